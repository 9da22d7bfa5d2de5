import type { Answered, Ask, Loaded } from '../../../src/child/messages'
import type { LogMessage } from '../../../src/protocol'
import type { Finding } from '../finding'
import workerUrl from './app-worker?worker&url'
import type { LoadCode, NotRun, PageSays, WorkerSays } from './messages'

/** Milliseconds until a worker is asked whether it is in an endless loop, and for its reaction. */
const reaction = 1000

/** Milliseconds for a worker to start. */
const startTime = 30_000

/** Seconds after which an endless loop is found. */
export const stuckAfter = (reaction * 2) / 1000

/** What the owner of an app is told. */
export interface ThreadListener {
  onLine(message: LogMessage): void
  onFindings(findings: readonly Finding[]): void
}

/** A worker for one load of a flow. It is warm, with everything loaded but the flow, before it is needed. */
export class AppThread {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #waiting = new Map<number, (answer: Answered) => void>()
  readonly #onPong = new Set<() => void>()
  /** Settles when it can begin to load a flow. */
  readonly #isWarm: Promise<void>
  #onWarm: (() => void) | undefined
  #onLoaded: ((message: Loaded | NotRun) => void) | undefined
  #listener: ThreadListener | undefined

  constructor() {
    this.#isWarm = new Promise((resolve) => {
      this.#onWarm = resolve
    })
    // A worker of a blob has the policy of the page; one of a file would have that of its own answer, which a static host does not set.
    const start = new Blob([`import ${JSON.stringify(workerUrl)}`], { type: 'text/javascript' })
    const blob = URL.createObjectURL(start)
    this.#worker = new Worker(blob, { type: 'module', name: 'flow' })
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.onmessage = ({ data }: MessageEvent<WorkerSays>) => this.#take(data)
    this.#worker.postMessage(null, [port2])
  }

  /** Tells the owner from now on. */
  listen(listener: ThreadListener): void {
    this.#listener = listener
  }

  /** Loads the flow. Never settles if the worker is ended before. */
  load(load: Omit<LoadCode, 'type'>): Promise<Loaded | NotRun> {
    return new Promise((resolve) => {
      this.#onLoaded = resolve
      this.#tell({ type: 'load', ...load })
    })
  }

  /** Lets the app answer a request. Never settles if the worker is ended before. */
  ask(ask: Omit<Ask, 'type'>): Promise<Answered> {
    return new Promise((resolve) => {
      this.#waiting.set(ask.id, resolve)
      this.#tell({ type: 'ask', ...ask })
    })
  }

  /** Waits no longer for the answer to a request. */
  forget(id: number): void {
    this.#waiting.delete(id)
  }

  /**
   * Waits as long as it may take to do something: `late` when that time is over, `stuck` as soon as it reacts to nothing, as in an endless
   * loop.
   */
  async outlasts(seconds: number, signal: AbortSignal): Promise<'late' | 'stuck'> {
    // A busy machine takes its time to start a worker, which is not the time of the flow.
    await Promise.race([this.#isWarm, sleep(startTime, signal)])
    const end = performance.now() + seconds * 1000
    while (performance.now() < end) {
      await sleep(Math.min(reaction, end - performance.now()), signal)
      if (!(await this.#reacts())) return 'stuck'
    }
    return 'late'
  }

  #reacts(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), reaction)
      this.#onPong.add(() => {
        clearTimeout(timer)
        resolve(true)
      })
      this.#tell({ type: 'ping' })
    })
  }

  /** Ends it, whatever it does. */
  end(): void {
    this.#worker.terminate()
    this.#port.close()
  }

  #tell(message: PageSays): void {
    this.#port.postMessage(message)
  }

  #take(message: WorkerSays): void {
    switch (message.type) {
      case 'loaded':
      case 'not-loaded':
        return this.#onLoaded?.(message)
      case 'answered':
        this.#waiting.get(message.id)?.(message)
        return this.forget(message.id)
      case 'warm':
        return this.#onWarm?.()
      case 'pong':
        for (const resolve of this.#onPong) resolve()
        return this.#onPong.clear()
      case 'findings':
        return this.#listener?.onFindings(message.findings)
      case 'log':
        return this.#listener?.onLine(message)
    }
  }
}

/** @throws once it is aborted */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
