import { setTimeout as sleep } from 'node:timers/promises'
import { type FSWatcher, watch } from 'chokidar'
import { forward } from './forward'
import { unreachable, unwatched } from './problems'
import type { FetchMessage, TargetState } from './protocol'
import type { Outcome, Target, TargetListener } from './target'

/** What a server elsewhere is called with. */
export interface RemoteTargetOptions {
  readonly answerUrl: URL
  readonly folder: string
  /** Files and folders whose changes mean that the server is another one. */
  readonly watched: readonly string[]
}

// A server that restarts by itself is given this time, in milliseconds.
const restart = 500

/** A server in another process, in any language: its answer URL is all that is known. */
export class RemoteTarget implements Target {
  state: TargetState
  readonly #options: RemoteTargetOptions
  readonly #origin: string
  readonly #changed = new Set<string>()
  #files: FSWatcher | undefined
  #listener: TargetListener | undefined

  constructor(options: RemoteTargetOptions) {
    const { answerUrl } = options
    const shown = new URL(answerUrl)
    if (shown.password !== '') shown.password = '***'
    this.#options = options
    this.#origin = answerUrl.origin
    this.state = {
      kind: 'server',
      name: shown.href,
      answerUrl: answerUrl.href,
      status: 'ready',
      generation: 1,
      changed: [],
    }
  }

  async start(listener: TargetListener): Promise<void> {
    this.#listener = listener
    const { watched, folder } = this.#options
    if (watched.length === 0) return
    const files = watch([...watched], { cwd: folder, ignoreInitial: true, ignored: /node_modules/ })
    this.#files = files
    files.on('error', (error) => listener.onLine('stderr', unwatched(error)))
    files.on('all', (_, path) => this.#noteChange(path))
    await new Promise<void>((resolve) => files.once('ready', resolve))
  }

  async fetch(message: FetchMessage, signal: AbortSignal): Promise<Outcome> {
    const outcome = await forward(message, this.state.generation, signal)
    if (new URL(message.url).origin === this.#origin) this.#judge(outcome)
    return outcome
  }

  restart(): void {
    const { problem: _, ...state } = this.state
    const changed = [...this.#changed].sort()
    this.#changed.clear()
    this.#become({ ...state, status: 'ready', generation: state.generation + 1, changed })
  }

  async close(): Promise<void> {
    await this.#files?.close()
  }

  /** A server is broken from the first request that it does not take to the first that it takes. */
  #judge(outcome: Outcome): void {
    const isDown = outcome.type === 'unfetched' && outcome.code === 'ECONNREFUSED'
    const { problem, ...state } = this.state
    if (isDown === (problem !== undefined)) return
    if (!isDown) return this.#become({ ...state, status: 'ready' })
    this.#become({ ...state, status: 'broken', problem: unreachable(this.#origin, outcome.code) })
  }

  async #noteChange(path: string): Promise<void> {
    const isFirst = this.#changed.size === 0
    this.#changed.add(path)
    if (!isFirst) return
    await sleep(restart)
    this.restart()
  }

  #become(state: TargetState): void {
    this.state = state
    this.#listener?.onState(state)
  }
}
