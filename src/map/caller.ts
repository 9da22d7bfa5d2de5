import type { CallInProgress } from '../simulate/call/call-in-progress'
import { callBehind } from '../simulate/call/view'
import { createPlatform } from '../simulate/create-platform'
import type { CallTarget } from '../simulate/delivery/application'
import type { Delivery } from '../simulate/delivery/delivery-fault'
import { dial } from '../simulate/dial'
import { SimulatorError } from '../simulate/errors'
import { hangUp } from '../simulate/leg/person'
import { isPlatform } from '../simulate/platform'
import { doAct, outwait } from './do-act'
import type { Step } from './moment'
import type { Settings } from './options'
import { traceOf } from './trace'
import { pathOf } from './url-path'

/** The course of one call. */
export interface Journey {
  readonly steps: readonly Step[]
  /** The paths that took longer than a second of real time, at the step where that was. */
  readonly slow: readonly { readonly step: number; readonly path: string }[]
  /** Each act, as acts of a script. */
  readonly played: readonly (readonly string[])[]
  /** Seconds on the clock since the last act. */
  readonly lastSeconds: number
}

/** The real time after which a webhook is slow, in milliseconds: a caller notices a pause of a second. */
const slowAfter = 1000

/** Ids that one call uses at most: no two calls of an exploration have one in common. */
const idsOfCall = 1_000_000

/** Calls the app, each time on a platform of its own, at the same time of its clock. */
export class Caller {
  readonly #target: CallTarget
  readonly #settings: Settings
  /** The paths that webhooks were sent to. */
  readonly reached = new Set<string>()
  calls = 0

  constructor(target: CallTarget, settings: Settings) {
    this.#target = target
    this.#settings = settings
  }

  /** Dials, does acts, and hangs up. Stops at an act that cannot be done. */
  async make(acts: readonly string[]): Promise<Journey> {
    const { now, seconds, beforeCall, dialling } = this.#settings
    const platform = createPlatform({ startsAt: now, maxSeconds: seconds })
    if (isPlatform(platform)) {
      platform.skipIds(this.calls * idsOfCall)
      platform.isWatched = false
    }
    this.calls++
    const own = (await beforeCall?.(this.calls)) ?? {}
    const watch = new Stopwatch()
    const faults = ({ url }: Delivery) => {
      const path = pathOf(url)
      this.reached.add(path)
      watch.begin(path)
      return undefined
    }
    const played: (readonly string[])[] = []
    let lastAct = 0
    try {
      const call = callBehind(await dial(this.#target, { ...dialling, ...own, platform, faults }))
      await passWaits(call)
      for (const act of acts) {
        watch.nextStep()
        lastAct = platform.now
        played.push(await doAct(call, act))
        await passWaits(call)
      }
    } catch (error) {
      // An endless call or a circle has ended. Any other act does not fit, because the app answered otherwise than before.
      if (!(error instanceof SimulatorError) || platform.calls.length === 0) throw error
    }
    watch.end()
    const call = callBehind(platform.calls[0])
    const lastSeconds = (call.ended?.at ?? platform.now) - lastAct
    const journey = { steps: traceOf(call), slow: watch.slow, played, lastSeconds }
    if (!call.ended) await hangUpQuietly(call)
    return journey
  }
}

/** Takes the real time of webhooks, which go out one after another. */
class Stopwatch {
  readonly slow: { step: number; path: string }[] = []
  #step = 0
  #running: { readonly path: string; readonly since: number } | undefined

  begin(path: string): void {
    this.end()
    this.#running = { path, since: performance.now() }
  }

  nextStep(): void {
    this.end()
    this.#step++
  }

  end(): void {
    const running = this.#running
    this.#running = undefined
    if (running && performance.now() - running.since > slowAfter) {
      this.slow.push({ step: this.#step, path: running.path })
    }
  }
}

/** Lets a `wait` pass, under which a recording or an asynchronous input listens: nothing that anybody does changes the flow. */
async function passWaits(call: CallInProgress): Promise<void> {
  while (call.state === 'waiting' && call.platform.next !== undefined) {
    await outwait(call, call.leg)
  }
}

/** Hangs up, so that an app that remembers calls knows that this one is over. */
async function hangUpQuietly(call: CallInProgress): Promise<void> {
  await hangUp(call).catch((error) => {
    if (!(error instanceof SimulatorError)) throw error
  })
}
