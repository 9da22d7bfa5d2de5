import { signal } from '@preact/signals'
import { unanswered } from '../../../src/problems'
import type { LogMessage, Problem, TargetState } from '../../../src/protocol'
import { type Outcome, withoutAnswer } from '../../../src/target'
import type { Outgoing } from '../../host/host'
import type { Compiled } from '../compile/compiled'
import type { Compiler } from '../compile/compiler'
import { type Finding, ofCompileError, ofProblem } from '../finding'
import type { Flow } from '../flow'
import { flowFile } from '../flow-file'
import { notCompiled, notRun, silent, stuck } from '../problems'
import { AppThread, stuckAfter } from './app-thread'

/** Seconds until a flow is loaded, and for an answer: longer than the platform waits. */
const limits = { load: 5, answer: 11 }

// An app in memory is called so by the simulator too.
const answerUrl = 'https://app.example.com/answer'

const closed = { code: 'aborted', message: `${flowFile} is being loaded anew.` }

/** What the owner of a flow is told, and is asked for. */
export interface FlowListener {
  onFindings(findings: readonly Finding[]): void
  onLine(line: LogMessage): void
  /** Makes the first webhook of a call, which is delivered to a flow when it is loaded. */
  makeProbe(): Promise<Outgoing>
}

/** The flow of the editor as an app: it is compiled, and runs in a worker. */
export class FlowApp {
  readonly state = signal<TargetState>({
    kind: 'module',
    name: flowFile,
    file: flowFile,
    answerUrl,
    status: 'loading',
    generation: 0,
    changed: [],
  })
  readonly #compiler: Compiler
  readonly #listener: FlowListener
  /** Seals links of every generation. */
  readonly #secret = crypto.randomUUID()
  #flow: Flow = { source: '' }
  #thread: AppThread | undefined
  /** Warm, for the next load. */
  #spare = new AppThread()
  /** The load under way, which requests wait for. */
  #loading: Promise<void> = Promise.resolve()
  #loads = 0
  #asks = 0

  constructor(compiler: Compiler, listener: FlowListener) {
    this.#compiler = compiler
    this.#listener = listener
  }

  /** Loads a flow instead of the one before. */
  load(flow: Flow): void {
    this.#flow = flow
    this.#reload(this.#next([flowFile]))
  }

  restart(): void {
    this.#reload(this.#next([]))
  }

  /** Sends a request. Never rejects. */
  async fetch(message: Outgoing, signal?: AbortSignal): Promise<Outcome> {
    const begun = performance.now()
    await this.#loading
    const thread = this.#thread
    const { generation, problem } = this.state.value
    const fail = (reason: { code: string; message: string }) =>
      withoutAnswer(reason, message, generation, begun)
    if (!thread || problem) return fail(problem ?? closed)
    const id = ++this.#asks
    const isOver = new AbortController()
    signal?.addEventListener('abort', () => isOver.abort(), { once: true })
    try {
      const { method, url, headers, body, time } = message
      const asked = thread.ask({ id, method, url, headers, body, time })
      const answer = await Promise.race([asked, this.#watchOver(thread, isOver.signal)])
      if (!('type' in answer)) return fail(answer)
      const milliseconds = performance.now() - begun
      const { type: _, id: __, headers: received, ...answered } = answer
      const fetched = { type: 'fetched', ...answered, headers: received } as const
      return { ...fetched, sent: headers, milliseconds, generation }
    } catch {
      return fail({ code: 'aborted', message: 'The answer is no longer waited for.' })
    } finally {
      isOver.abort()
      thread.forget(id)
    }
  }

  /** Says what is wrong with a flow that does not answer, as soon as that is known. */
  async #watchOver(thread: AppThread, signal: AbortSignal): Promise<Problem> {
    if ((await thread.outlasts(limits.answer, signal)) === 'late') return unanswered(limits.answer)
    const problem = stuck(stuckAfter)
    // It is loaded anew, once, however many requests it does not answer. The generation stays: a call that was played again would be stuck again.
    if (this.#thread === thread) {
      this.#listener.onFindings([ofProblem(problem)])
      this.#reload(this.state.value)
    }
    return problem
  }

  #next(changed: readonly string[]): TargetState {
    const { value } = this.state
    return { ...value, generation: value.generation + 1, changed }
  }

  #reload({ exports: _, problem: __, ...state }: TargetState): void {
    this.state.value = { ...state, status: 'loading' }
    const load = ++this.#loads
    const before = this.#loading
    this.#loading = before.then(() => this.#load(load))
  }

  async #load(load: number): Promise<void> {
    // Another change has come in the meantime.
    const isOld = () => load !== this.#loads
    if (isOld()) return
    const [compiled, probe] = await Promise.all([this.#compile(), this.#listener.makeProbe()])
    if (isOld()) return
    this.#thread?.end()
    this.#thread = undefined
    if ('error' in compiled) {
      return this.#break(notCompiled(compiled.error), ofCompileError(compiled.error))
    }
    const thread = this.#spare
    this.#spare = new AppThread()
    this.#thread = thread
    thread.listen({
      onLine: (line) => this.#listener.onLine(line),
      onFindings: (findings) => {
        if (this.#thread === thread) this.#listener.onFindings(findings)
      },
    })
    const isLoaded = new AbortController()
    const loaded = await Promise.race([
      thread.load({ code: compiled.code, secret: this.#secret, probe }),
      this.#watchLoad(thread, isLoaded.signal),
    ])
    isLoaded.abort()
    if (isOld()) return
    if (!('type' in loaded)) return this.#break(loaded, ofProblem(loaded))
    if (loaded.type === 'loaded') {
      const { exports } = loaded
      this.state.value = { ...this.state.value, status: 'ready', exports }
      return
    }
    const problem = notRun(loaded.reason)
    // What was thrown has been reported by the worker, with its place.
    this.#break(problem, loaded.reason.kind === 'threw' ? undefined : ofProblem(problem))
  }

  #compile(): Compiled | Promise<Compiled> {
    const { source, code } = this.#flow
    return code === undefined ? this.#compiler.compile(source) : { code }
  }

  #break(problem: Problem, finding: Finding | undefined): void {
    this.state.value = { ...this.state.value, status: 'broken', problem }
    if (finding) this.#listener.onFindings([finding])
  }

  /** Says what is wrong with a flow that takes long to load. */
  async #watchLoad(thread: AppThread, signal: AbortSignal): Promise<Problem> {
    const outcome = await thread.outlasts(limits.load, signal)
    thread.end()
    return outcome === 'late' ? silent(limits.load) : stuck(stuckAfter)
  }
}
