import { setOwn } from '../element/json'
import type { Url } from '../element/link'
import type { Issue } from '../issues/issue'
import { type Frame, toPlace } from '../issues/origin'
import { dialogError, dialogIssue } from './error'
import { Kept } from './kept'
import type { Question } from './question'
import type { Entry, Heard, OpenQuestion, Trail } from './trail'

/** The state of a dialog in one turn of a call, as the app that serves the flow gives it. */
export interface SessionOptions {
  /** The trail in the link of the question; absent in the first turn. */
  readonly trail: Trail | undefined
  /** The keys or speech for the open question; absent in the first turn. */
  readonly heard: Heard | undefined
  /** Makes the URL, or the link, that a question's answer comes back by; `undefined` in an app without a secret. */
  readonly toUrl: ((trail: Trail) => Url<'input'>) | undefined
  /** An id of this flow in this call, the same at every turn. */
  readonly flowId: () => string
  /** The time, in milliseconds since 1970. */
  readonly now: () => number
  readonly onWarning: (issue: Issue) => void
}

/** How a flow can differ from the turn before. */
const changes = {
  openChanged: 'The question that the caller heard listens for something else now',
  openMoved: 'The question that the caller heard does not come next any more',
  openGone: 'The question that the caller heard is gone',
  answeredGone: 'A question that the caller answered is gone',
}

/** A question with its answer. */
interface Answered {
  readonly question: Question
  readonly entry: Entry
}

// A deployment changes a flow once in a call, rarely twice.
const mostMisfits = 3

/** One turn of a dialog: matches the questions of the walk with the trail, and writes the next one. */
export class Session {
  readonly kept: Kept
  readonly #options: SessionOptions
  /** The answers of earlier turns; those before `#next` are matched or passed over. */
  #old: readonly Entry[]
  #next = 0
  #used: Entry[] = []
  #heard: Heard | undefined
  #hasMisfit = false
  #ids = new Set<string>()
  #answers: Record<string, string> = {}
  /** Whether the walk has passed the last answer of earlier turns. */
  #isBeyond = false
  #hasStartedOver = false
  #last: Answered | undefined

  constructor(options: SessionOptions) {
    this.#options = options
    this.#old = options.trail?.answers ?? []
    this.#heard = options.heard
    this.kept = new Kept(options.trail?.kept, options.flowId, options.now)
  }

  /** Whether answers find their way back. */
  get canAsk(): boolean {
    return this.#options.toUrl !== undefined
  }

  /** The answers on the way so far, by name. */
  get answers(): Readonly<Record<string, string>> {
    return { ...this.#answers }
  }

  /** The last answer on the way so far. */
  get last(): Answered | undefined {
    return this.#last
  }

  /** The id of a question with a name, which stands once on the way. */
  namedId(name: string): string {
    if (this.#ids.has(name)) throw dialogError('same-question-name', { name })
    this.#ids.add(name)
    return name
  }

  /** The id of a menu without a name: its fingerprint, and which of those with that fingerprint it is. */
  unnamedId(fingerprint: string): string {
    let id = `#${fingerprint}`
    for (let n = 2; this.#ids.has(id); n++) id = `#${fingerprint}.${n}`
    this.#ids.add(id)
    return id
  }

  /** The answer to this question from an earlier turn. Answers to questions that are gone are passed over. */
  answerTo(id: string, frame: Frame): Entry | undefined {
    if (this.#isBeyond) return undefined
    const at = this.#placeOf(id)
    const entry = this.#old[at]
    if (!entry) return undefined
    if (at > this.#next) this.#misfit(changes.answeredGone, frame)
    this.#next = at + 1
    return entry
  }

  /** Where the next answer to this question is: mostly right here. */
  #placeOf(id: string): number {
    let at = this.#next
    while (at < this.#old.length && this.#old[at]?.[0] !== id) at++
    return at
  }

  /**
   * Takes the keys or speech, if this is the question that was open. Answers of earlier turns do not count from here on.
   *
   * @returns whether something came in for another question, and what came in for this one
   */
  take(
    id: string,
    fingerprint: string,
    frame: Frame,
  ): { isLost: boolean; open?: OpenQuestion; heard?: Heard } {
    const heard = this.#heard
    const open = this.#options.trail?.open
    const hasLeftovers = !this.#isBeyond && this.#next < this.#old.length
    this.#heard = undefined
    this.#isBeyond = true
    if (heard && open && !(open.id === id && open.fingerprint === fingerprint)) {
      this.#misfit(open.id === id ? changes.openChanged : changes.openMoved, frame)
      return { isLost: true }
    }
    if (hasLeftovers) this.#misfit(changes.answeredGone, frame)
    return heard && open ? { isLost: false, open, heard } : { isLost: false }
  }

  /** Adds an answer to the way. */
  add(entry: Entry, question: Question): void {
    this.#used.push(entry)
    this.#last = { question, entry }
    const [, value] = entry
    const { name } = question
    if (name !== undefined && typeof value === 'string') setOwn(this.#answers, name, value)
  }

  /** Where the answer to the open question comes in. */
  urlOf(open: OpenQuestion): Url<'input'> {
    const misfits = this.#misfits
    const kept = this.kept.values
    // Asserted when the question was met.
    const toUrl = this.#options.toUrl as (trail: Trail) => Url<'input'>
    return toUrl({
      answers: this.#used,
      ...(kept !== undefined && { kept }),
      open,
      ...(misfits > 0 && { misfits }),
    })
  }

  /** Forgets the answers: the walk begins again, as in the first turn. What `once` gave stays. */
  startOver(): void {
    if (this.#hasStartedOver) throw dialogError('start-over-again', {})
    this.#hasStartedOver = true
    this.#old = []
    this.#used = []
    this.#next = 0
    this.#ids = new Set()
    this.#answers = {}
    this.#heard = undefined
    this.#isBeyond = true
    this.#last = undefined
  }

  /** Ends the turn: notices answers for which no question was met. */
  end(): void {
    if (this.#heard) this.#misfit(changes.openGone, undefined)
    else if (!this.#isBeyond && this.#next < this.#old.length) {
      this.#misfit(changes.answeredGone, undefined)
    }
  }

  get #misfits(): number {
    return (this.#options.trail?.misfits ?? 0) + (this.#hasMisfit ? 1 : 0)
  }

  #misfit(what: string, frame: Frame | undefined): void {
    if (this.#hasMisfit) return
    this.#hasMisfit = true
    if (this.#misfits >= mostMisfits)
      throw dialogError('flow-keeps-changing', { name: frame?.name })
    this.#options.onWarning({ ...dialogIssue('flow-changed', { what }), ...toPlace({ frame }) })
  }
}
