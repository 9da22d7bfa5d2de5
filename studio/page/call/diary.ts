import type { Call, RunningNcco } from 'ncco-jsx/simulate'
import { type Act, isTimed, type RequestAct } from './act'
import { type DoneAct, joinKeys } from './done-act'

/** A moment after the last act. */
export interface Position {
  readonly isWaiting: boolean
  /** Seconds after the last act. */
  readonly after: number
}

/** States in which the length of a silence is part of the story. */
const lasting: ReadonlySet<string> = new Set(['connected', 'conversation', 'recording'])

/** What was done in a call, with its moments, so that it can be done again. */
export class Diary {
  /** What was done, in order. */
  readonly done: DoneAct[] = []
  readonly #clock: { readonly now: number }
  #call: Call | undefined
  /** The time at which the call began to wait for someone. */
  #waitingSince: number | undefined
  /** The time of the last act, or of the end of a silence. */
  #lastMoment = 0
  /** What ran after the last act. */
  #listened: RunningNcco | undefined

  constructor(clock: { readonly now: number }) {
    this.#clock = clock
  }

  /** The same, with keys that follow each other as one act. */
  get acts(): Act[] {
    return joinKeys(this.done)
  }

  get lastMoment(): number {
    return this.#lastMoment
  }

  /** Where the caller is: what a replay goes to after the last act. */
  get position(): Position {
    return { isWaiting: this.#isWaiting, after: inTenths(this.#clock.now - this.#lastMoment) }
  }

  /** Whether an input waits for more keys after the last one. */
  get isCollecting(): boolean {
    const running = this.#call?.running
    const last = this.done.at(-1)
    const isSame =
      running?.ncco === this.#listened?.ncco && running?.index === this.#listened?.index
    return isSame && last?.act.kind === 'press' && this.#waitingSince === last.doneAt
  }

  get #isWaiting(): boolean {
    return this.#call?.isWaiting ?? false
  }

  /** The call has begun. */
  begin(call: Call): void {
    // What was done before is told apart from what is done in the call. A request may come while the answer is waited for.
    const place = this.done.findIndex(({ act }) => act.kind !== 'fault')
    const dial = { act: { kind: 'dial' }, begunAt: -1, doneAt: -1 } as const
    if (this.done.length > 0) this.done.splice(place < 0 ? this.done.length : place, 0, dial)
    this.follow(call)
  }

  /** The acts are about this call from now on: one that nobody dialled. */
  follow(call: Call): void {
    this.#call = call
    this.#noteMoment()
  }

  /** Begins a request, which is kept when the function that is returned is called: once it has changed something. */
  beginRequest(act: RequestAct): () => void {
    const begunAt = this.#clock.now
    const kept = this.#withWait(act, begunAt)
    return () => {
      this.done.push(...kept)
      this.#noteMoment()
    }
  }

  /** Does an act now, and keeps it. */
  async keep(act: Act, work: () => Promise<void>): Promise<void> {
    const timed = this.#timed(act)
    const waited = this.#waitBefore(act)
    await this.#do(act, work, (begunAt) => {
      if (waited) this.done.push(waitUntil(begunAt, waited))
      return timed
    })
  }

  /** Does an act of an earlier call, and keeps it as it was. */
  async keepAgain(act: Act, work: () => Promise<void>): Promise<void> {
    await this.#do(act, work, () => act)
  }

  /** Forgets the last fault, which no webhook has met. */
  withdrawFault(): void {
    const place = this.done.findLastIndex(({ act }) => act.kind === 'fault')
    if (place >= 0) this.done.splice(place, 1)
  }

  /** Notes a silence that has ended by itself. */
  observe(): void {
    const { now } = this.#clock
    if (this.#isWaiting) {
      this.#waitingSince ??= now
      return
    }
    if (this.#waitingSince === undefined) return
    const seconds = inMilliseconds(now - this.#waitingSince)
    this.done.push({ act: { kind: 'silence', seconds }, begunAt: this.#waitingSince, doneAt: now })
    this.#noteMoment()
  }

  async #do(act: Act, work: () => Promise<void>, toKept: (begunAt: number) => Act): Promise<void> {
    const begunAt = this.#call || act.kind === 'request' ? this.#clock.now : -1
    const continues = act.kind === 'press' && this.isCollecting
    await work()
    const kept = toKept(begunAt)
    const doneAt = this.#clock.now
    this.done.push({ act: kept, begunAt, doneAt, ...(continues && { continues }) })
    if (act.kind !== 'fault') this.#noteMoment()
  }

  #withWait(act: Act, begunAt: number): DoneAct[] {
    const waited = this.#waitBefore(act)
    const done = { act: this.#timed(act), begunAt, doneAt: begunAt }
    return waited ? [waitUntil(begunAt, waited), done] : [done]
  }

  #noteMoment(): void {
    const { now } = this.#clock
    this.#lastMoment = now
    this.#waitingSince = this.#isWaiting ? now : undefined
    this.#listened = this.#call?.running
  }

  /** An act with its time, if the call does not wait for it. */
  #timed(act: Act): Act {
    if (!this.#call || this.#isWaiting || !isTimed(act)) return act
    return { ...act, after: inMilliseconds(this.#clock.now - this.#lastMoment) }
  }

  /** The silence before an act, where its length matters. */
  #waitBefore(act: Act): (Act & { kind: 'wait' }) | undefined {
    if (act.kind === 'fault' || this.#waitingSince === undefined) return undefined
    const seconds = inTenths(this.#clock.now - this.#waitingSince)
    const isTold = lasting.has(this.#call?.state ?? '') && seconds > 0
    return isTold ? { kind: 'wait', seconds } : undefined
  }
}

function waitUntil(begunAt: number, act: Act & { kind: 'wait' }): DoneAct {
  return { act, begunAt: begunAt - act.seconds, doneAt: begunAt }
}

function inMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

function inTenths(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
