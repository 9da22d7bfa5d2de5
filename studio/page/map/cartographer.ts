import { computed, signal } from '@preact/signals'
import { type CallMap, type DialOptions, type ExploreProgress, explore } from 'ncco-jsx/simulate'
import { type Layout, layOut } from './layout'

/** What a map is made of. */
export interface Surroundings {
  readonly answerUrl: string
  readonly fetch: NonNullable<DialOptions['fetch']>
  readonly settings: Omit<DialOptions, 'platform' | 'pace' | 'faults' | 'fetch'>
  /** The time at which every call begins. */
  readonly now: string
  /** How often the app had been loaded. */
  readonly generation: number
}

/** Calls for a first map; more are asked for by the reader. */
export const fewCalls = 300

/** Makes the map of an app, by calling it. */
export class Cartographer {
  readonly progress = signal<ExploreProgress | undefined>(undefined)
  readonly drawn = signal<{ readonly map: CallMap; readonly layout: Layout } | undefined>(undefined)
  /** The load of the app that the map is of. */
  readonly generation = signal<number | undefined>(undefined)
  /** Whether the last calls are waited for. */
  readonly isStopping = signal(false)
  readonly isWorking = computed(() => this.progress.value !== undefined)
  #stopper: AbortController | undefined

  /**
   * Maps the app.
   *
   * @param calls the most
   * @throws SimulatorError
   */
  async draw(
    { answerUrl, fetch, settings, now, generation }: Surroundings,
    calls: number,
  ): Promise<void> {
    if (this.isWorking.value) return
    this.#stopper = new AbortController()
    const { signal } = this.#stopper
    this.isStopping.value = false
    this.progress.value = { calls: 0, budget: calls, states: 0, open: 1 }
    const onProgress = (progress: ExploreProgress) => {
      this.progress.value = progress
    }
    try {
      const map = await explore(answerUrl, { ...settings, fetch, now, calls, signal, onProgress })
      this.drawn.value = { map, layout: await layOut(map) }
      this.generation.value = generation
    } finally {
      this.progress.value = undefined
    }
  }

  /** Has no map any more. */
  forget(): void {
    this.stop()
    this.drawn.value = undefined
  }

  stop(): void {
    this.isStopping.value = this.isWorking.value
    this.#stopper?.abort()
  }
}
