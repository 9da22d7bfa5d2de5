import type { Clock } from '../clock'
import { Queue } from '../queue'
import type { Driver } from './driver'
import type { LiveCalls } from './live-calls'
import type { Pace, TimedCall } from './timed-call'

/** Lets time pass only in acts. The acts of all calls run one after another, and so do their webhooks. */
export class VirtualPace implements Driver {
  readonly moment = 0
  readonly #clock: Clock
  readonly #calls: LiveCalls
  readonly #onError: (error: unknown) => void
  readonly #outbox = new Queue<() => Promise<void>>()
  /** The last operation of the platform. The next one waits for it. */
  #last: Promise<unknown> = Promise.resolve()
  /** Operations that have not ended. */
  #turns = 0

  constructor(clock: Clock, calls: LiveCalls, onError: (error: unknown) => void) {
    this.#clock = clock
    this.#calls = calls
    this.#onError = onError
  }

  /** Webhooks go out one after another, and no time passes meanwhile. */
  post(_call: TimedCall, deliver: () => Promise<void>): void {
    this.#outbox.add(deliver)
  }

  happen(act: () => void): void {
    act()
    // Otherwise the operation that is under way goes on with what follows.
    if (this.#turns === 0) this.#stir()
  }

  async perform(call: TimedCall, act: () => void, { seconds, isPatient }: Pace): Promise<void> {
    const clock = this.#clock
    await this.#inTurn(async () => {
      act()
      await this.#pass(clock.in(seconds), call)
      while (isPatient && !call.isWaiting && !call.isOver && clock.next !== undefined) {
        await this.#pass(clock.next, call)
      }
    })
  }

  async wait(seconds: number): Promise<void> {
    await this.#inTurn(() => this.#pass(this.#clock.in(seconds)))
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      this.#calls.close()
      await this.#settle()
      while (this.#calls.isAnyEnding && this.#clock.next !== undefined) {
        await this.#pass(this.#clock.next)
      }
    })
  }

  #stir(): void {
    this.#inTurn(() => this.#settle()).catch(this.#onError)
  }

  async #inTurn(act: () => Promise<void>): Promise<void> {
    this.#turns++
    const turn = this.#last.then(act)
    this.#last = turn.catch(() => {})
    try {
      await turn
    } finally {
      this.#turns--
      // What happened after the last operation had settled.
      if (this.#turns === 0 && this.#outbox.length > 0) this.#stir()
    }
  }

  /** Runs everything that happens until this second. */
  async #pass(until: number, call?: TimedCall): Promise<void> {
    const clock = this.#clock
    await this.#settle()
    while (!call?.isOver && clock.now < until) {
      const next = Math.min(clock.next ?? until, until)
      this.#endOverdue(next)
      clock.passTo(next)
      await this.#settle()
    }
  }

  #endOverdue(next: number): void {
    const { first } = this.#calls
    if (!first || next <= first.deadline) return
    this.#clock.passTo(first.deadline)
    throw first.outlast()
  }

  /** Runs everything that is due now, webhooks first. */
  async #settle(): Promise<void> {
    do {
      for (let next = this.#outbox.take(); next; next = this.#outbox.take()) await next()
    } while (this.#clock.act() || this.#outbox.length > 0)
  }
}
