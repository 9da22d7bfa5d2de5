import { type ChildProcess, fork } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type {
  Answered,
  Ask,
  ChildMessage,
  Load,
  Loaded,
  NotLoaded,
  ParentMessage,
} from '../child/messages'

/** How the process of an app is started. */
export interface Launch {
  /** The module, whose packages are loaded before it. */
  readonly file: string
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** The loader of tsx, as a URL. */
  readonly tsx: string | undefined
  /** The file that stands for the project's tsconfig.json. */
  readonly tsconfig: string
}

/** What the owner of a process is told. */
export interface ProcessListener {
  onLine(stream: 'stdout' | 'stderr', text: string): void
  onUses(files: readonly string[]): void
}

const main = fileURLToPath(new URL('./child.js', import.meta.url))

/** A process for one load of an app. It is warm, with everything loaded but the app, before it is needed. */
export class AppProcess {
  /** Settles when it has ended, with the ports that it listened at: `undefined` if it was killed, else its status. */
  readonly ended: Promise<string | undefined>
  /** Settles when it can begin to load an app. Never, if it ends before. */
  readonly isWarm: Promise<void>
  readonly #child: ChildProcess
  #onWarm: (() => void) | undefined
  readonly #waiting = new Map<number, (answer: Answered) => void>()
  #listener: ProcessListener | undefined
  #onLoaded: ((message: Loaded | NotLoaded) => void) | undefined
  readonly #onPong = new Set<() => void>()
  #isKilled = false

  constructor({ file, folder, env, tsx, tsconfig }: Launch) {
    this.#child = fork(main, [file], {
      cwd: folder,
      env: { ...env, NODE_ENV: env.NODE_ENV ?? 'development', TSX_TSCONFIG_PATH: tsconfig },
      execArgv: ['--enable-source-maps', ...(tsx ? ['--import', tsx] : [])],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child.on('message', (message: ChildMessage) => this.#take(message))
    this.isWarm = new Promise((resolve) => {
      this.#onWarm = resolve
    })
    this.ended = new Promise((resolve) => {
      this.#child.on('close', (code, signal) => {
        resolve(this.#isKilled ? undefined : (signal ?? `status ${code}`))
      })
    })
    // A message may be on its way to a process that has just ended.
    this.#child.on('error', () => {})
    for (const stream of ['stdout', 'stderr'] as const) {
      const input = this.#child[stream]
      if (!input) continue
      createInterface({ input }).on('line', (text) => this.#listener?.onLine(stream, text))
    }
  }

  /** Tells the owner from now on. */
  listen(listener: ProcessListener): void {
    this.#listener = listener
  }

  /** Imports the app. Never settles if the process ends before. */
  load(load: Omit<Load, 'type'>): Promise<Loaded | NotLoaded> {
    return new Promise((resolve) => {
      this.#onLoaded = resolve
      this.#tell({ type: 'load', ...load })
    })
  }

  /** Lets the app answer a request. Never settles if the process ends before. */
  ask({ id, method, url, headers, body, time, isByHand }: Omit<Ask, 'type'>): Promise<Answered> {
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#tell({ type: 'ask', id, method, url, headers, body, time, isByHand })
    })
  }

  /** Waits no longer for the answer to a request. */
  forget(id: number): void {
    this.#waiting.delete(id)
  }

  /** Whether it reacts within this time. If not, it is in a loop. */
  async isAlive(milliseconds: number): Promise<boolean> {
    const pong = new Promise<true>((resolve) => this.#onPong.add(() => resolve(true)))
    this.#tell({ type: 'ping' })
    return Promise.race([pong, sleep(milliseconds, false, { ref: false })])
  }

  /** Ends it, whatever it does. Returns when it has ended. */
  async kill(): Promise<void> {
    this.#isKilled = true
    this.#child.kill('SIGKILL')
    await this.ended
  }

  #tell(message: ParentMessage): void {
    if (this.#child.connected) this.#child.send(message)
  }

  #take(message: ChildMessage): void {
    switch (message.type) {
      case 'warm':
        return this.#onWarm?.()
      case 'loaded':
      case 'not-loaded':
        return this.#onLoaded?.(message)
      case 'answered':
        this.#waiting.get(message.id)?.(message)
        return this.forget(message.id)
      case 'pong':
        for (const resolve of this.#onPong) resolve()
        return this.#onPong.clear()
      case 'uses':
        return this.#listener?.onUses(message.files)
    }
  }
}
