import type { Call, Platform } from 'ncco-jsx/simulate'
import { printable } from './printable'

/** A call with its number, and how much of its transcript was printed. */
interface LoggedCall {
  readonly number: number
  readonly call: Call
  entries: number
  characters: number
}

/** The transcripts of all calls, as they grow: each line with the number of its call. */
export class CallLog {
  readonly #platform: Platform
  readonly #print: (text: string) => void
  readonly #calls = new Map<Call, LoggedCall>()
  #count = 0

  constructor(platform: Platform, print: (text: string) => void) {
    this.#platform = platform
    this.#print = print
  }

  /** The call with this number; the newest without one. */
  find(number = this.#count): Call | undefined {
    return [...this.#calls.values()].find((one) => one.number === number)?.call
  }

  numberOf(call: Call): number {
    return this.#logged(call).number
  }

  /** Prints what the transcripts have gained. */
  update(): void {
    const { calls } = this.#platform
    for (const call of calls) this.#updateCall(this.#logged(call))
    if (this.#calls.size <= calls.length) return
    const known = new Set(calls)
    for (const call of this.#calls.keys()) if (!known.has(call)) this.#calls.delete(call)
  }

  #logged(call: Call): LoggedCall {
    const known = this.#calls.get(call)
    if (known) return known
    const logged = { number: ++this.#count, call, entries: 0, characters: 0 }
    this.#calls.set(call, logged)
    return logged
  }

  #updateCall(logged: LoggedCall): void {
    const { call, number, entries, characters } = logged
    // A transcript is written anew each time, and most have gained nothing.
    if (call.timeline.length === entries) return
    const transcript = call.transcript()
    logged.entries = call.timeline.length
    logged.characters = transcript.length
    const gained = transcript.slice(characters).replace(/^\n/, '')
    this.#print(printable(gained).replace(/^/gm, `#${number} `.padEnd(5)))
  }
}
