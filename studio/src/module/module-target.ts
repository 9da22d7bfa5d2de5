import { randomBytes } from 'node:crypto'
import { relative, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { NotLoaded } from '../child/messages'
import { exited, notLoaded, silent, stuck, unanswered, unwatched, withoutConfig } from '../problems'
import type { FetchMessage, Problem, TargetState } from '../protocol'
import { type Outcome, type Target, type TargetListener, withoutAnswer } from '../target'
import type { AppProcess } from './app-process'
import type { Environment } from './environment'
import { notReadable } from './json-problems'
import { Launcher } from './launcher'
import { type Limits, usualLimits } from './limits'
import { findProject, lacksConfig } from './project'
import { isConfig, Watcher } from './watcher'

/** What a module is run with. */
export interface ModuleTargetOptions {
  /** An absolute path. */
  readonly file: string
  /** As its user named it. */
  readonly name: string
  readonly environment: Environment
  /** The path of the answer URL. Absent: what the app says, or else `/answer`. */
  readonly answerPath: string | undefined
  readonly limits?: Partial<Limits> | undefined
}

const mostFailures = 3

// An app in memory is called so by the simulator too.
const origin = 'https://app.example.com'

/** An app in a process of the studio, which is loaded anew when one of its files changes. */
export class ModuleTarget implements Target {
  state: TargetState
  readonly #options: ModuleTargetOptions
  readonly #limits: Limits
  readonly #folder: string
  readonly #launcher: Launcher
  readonly #watcher: Watcher
  /** Seals links of every generation. */
  readonly #secret = randomBytes(32).toString('hex')
  #listener: TargetListener | undefined
  #restUrl = ''
  #app: AppProcess | undefined
  /** The load under way, which requests wait for. */
  #loading: Promise<void> = Promise.resolve()
  /** The last one that was found in an endless loop. */
  #stuck: AppProcess | undefined
  #asks = 0
  /** How often the app has ended by itself, or was in an endless loop, since a file changed. */
  #failures = 0
  #isClosed = false

  constructor(options: ModuleTargetOptions) {
    const project = findProject(options.file)
    const { folder, tsconfig } = project
    this.#options = options
    this.#limits = { ...usualLimits, ...options.limits }
    this.#folder = folder
    this.#launcher = new Launcher(options.file, project, options.environment)
    this.#watcher = new Watcher(folder, {
      onChange: (changed) => this.#reload(changed),
      onError: (error) => this.#listener?.onLine('stderr', unwatched(error)),
    })
    this.#watcher.alwaysWatch([
      options.file,
      options.environment.file,
      ...(tsconfig ? [tsconfig] : []),
    ])
    this.state = {
      kind: 'module',
      name: options.name,
      file: relative(folder, options.file).split(sep).join('/'),
      answerUrl: this.#answerUrl(undefined),
      status: 'loading',
      generation: 0,
      changed: [],
    }
  }

  async start(listener: TargetListener, restUrl: string): Promise<void> {
    this.#listener = listener
    const { file, name } = this.#options
    if (lacksConfig(file)) listener.onLine('stdout', withoutConfig(name))
    this.#restUrl = restUrl
    await this.#watcher.ready()
    this.restart()
    await this.#loading
  }

  restart(): void {
    this.#reload([])
  }

  async fetch(message: FetchMessage, signal: AbortSignal): Promise<Outcome> {
    const begun = performance.now()
    await this.#loading
    const { generation, problem } = this.state
    const app = this.#app
    if (!app || problem) {
      const reason = problem ?? exited(this.#options.name, 'it is closed')
      return withoutAnswer(reason, message, generation, begun)
    }
    const id = ++this.#asks
    const isOver = new AbortController()
    const over = AbortSignal.any([signal, isOver.signal])
    try {
      const answer = await Promise.race([
        app.ask({ ...message, id }),
        app.ended.then((status) => exited(this.#options.name, status ?? 'it was loaded anew')),
        this.#watchOver(app, over),
      ])
      if (!('type' in answer)) return withoutAnswer(answer, message, generation, begun)
      const milliseconds = performance.now() - begun
      const { status, headers, body, places, failures } = answer
      const answered = { status, headers, body, places, failures }
      return { type: 'fetched', ...answered, sent: message.headers, milliseconds, generation }
    } catch {
      const aborted = { code: 'aborted', message: 'The answer is no longer waited for.' }
      return withoutAnswer(aborted, message, generation, begun)
    } finally {
      isOver.abort()
      app.forget(id)
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#watcher.close()
    // A load under way ends with its process.
    await this.#app?.kill()
    await this.#loading
    await this.#app?.kill()
    await this.#launcher.close()
  }

  /** Says what is wrong with an app that does not answer, as soon as that is known. */
  async #watchOver(app: AppProcess, signal: AbortSignal): Promise<Problem> {
    const { answer, reaction } = this.#limits
    const end = performance.now() + answer * 1000
    while (performance.now() < end) {
      const left = end - performance.now()
      await sleep(Math.min(reaction * 1000, left), undefined, { signal })
      if (await app.isAlive(reaction * 1000)) continue
      const problem = stuck(this.#options.name, reaction * 2)
      this.#restartStuck(app, problem)
      return problem
    }
    return unanswered(answer)
  }

  /** Loads an app in an endless loop anew, once, however many requests it does not answer. */
  #restartStuck(app: AppProcess, problem: Problem): void {
    if (this.#stuck === app) return
    this.#stuck = app
    this.#restartUnlessAgain(problem)
  }

  #reload(changed: readonly string[]): void {
    const generation = this.state.generation + 1
    if (changed.length > 0) this.#failures = 0
    if (changed.some(isConfig)) this.#launcher.renewConfig()
    const { exports: _, problem: __, ...state } = this.state
    this.#become({ ...state, status: 'loading', generation, changed })
    const before = this.#loading
    this.#loading = before.then(() => this.#load(generation))
  }

  async #load(generation: number): Promise<void> {
    // Another change has come in the meantime.
    if (this.#isClosed || generation !== this.state.generation) return
    await this.#app?.kill()
    const app = await this.#launcher.take(this.#restUrl)
    this.#app = app
    if (this.#isClosed) return app.kill()
    app.listen({
      onLine: (stream, text) => this.#listener?.onLine(stream, text),
      onUses: (files) => this.#watcher.use(files),
    })
    this.#watcher.begin()
    const { file, name } = this.#options
    const isLoaded = new AbortController()
    const loaded = await Promise.race([
      app.load({ file, secret: this.#secret, restUrl: this.#restUrl }),
      app.ended.then((status) => exited(name, status ?? 'it was ended')),
      this.#watchLoad(app, isLoaded.signal),
    ])
    isLoaded.abort()
    if (generation === this.state.generation) this.#settle(app, loaded)
    if (!this.#isClosed) this.#launcher.warmUp(this.#restUrl)
  }

  /** @param told the path that the app tells */
  #answerUrl(told: string | undefined): string {
    return origin + (this.#options.answerPath ?? told ?? '/answer')
  }

  #settle(app: AppProcess, loaded: Awaited<ReturnType<AppProcess['load']>> | Problem): void {
    const { state } = this
    if ('type' in loaded && loaded.type === 'loaded') {
      this.#watcher.settle()
      const { exports, answerPath } = loaded
      this.#become({ ...state, status: 'ready', exports, answerUrl: this.#answerUrl(answerPath) })
      void app.ended.then((status) => {
        if (status !== undefined && this.#app === app) this.#restartAfter(status)
      })
      return
    }
    const problem = 'type' in loaded ? this.#problemOf(loaded.reason) : loaded
    this.#become({ ...state, status: 'broken', problem })
  }

  #problemOf(reason: NotLoaded['reason']): Problem {
    const { name, file } = this.#options
    const isOfJson = reason.kind === 'broken-json' || reason.kind === 'other-json'
    return isOfJson ? notReadable(reason, name, file) : notLoaded(reason, name, this.#folder)
  }

  /** Says what is wrong with a module that takes long to load. */
  async #watchLoad(app: AppProcess, signal: AbortSignal): Promise<Problem> {
    const { load, reaction } = this.#limits
    await app.isWarm
    await sleep(load * 1000, undefined, { signal })
    const { name } = this.#options
    const isAlive = await app.isAlive(reaction * 1000)
    void app.kill()
    return isAlive ? silent(name, load) : stuck(name, load)
  }

  #restartAfter(status: string): void {
    const problem = exited(this.#options.name, status)
    this.#listener?.onLine('stderr', problem.message)
    this.#restartUnlessAgain(problem)
  }

  /** Starts an app again, unless it fails again and again: the page plays its call again each time, which may be what it fails at. */
  #restartUnlessAgain(problem: Problem): void {
    if (++this.#failures <= mostFailures) return this.restart()
    void this.#app?.kill()
    this.#become({ ...this.state, status: 'broken', problem })
  }

  #become(state: TargetState): void {
    this.state = state
    this.#listener?.onState(state)
  }
}
