import { simulatorError } from '../errors'
import type { TimedCall } from './timed-call'

/** The calls of a platform that go on, and those whose last webhooks are under way. */
export class LiveCalls {
  /** In the order of their deadlines. */
  readonly #live = new Set<TimedCall>()
  readonly #ending = new Set<TimedCall>()
  #isClosed = false

  /** The call that exceeds its limit first. */
  get first(): TimedCall | undefined {
    const [first] = this.#live
    return first
  }

  /** Whether the last webhooks of a call are under way. */
  get isAnyEnding(): boolean {
    this.#forgetEnded()
    return this.#ending.size > 0
  }

  /** @throws SimulatorError `platform-closed` */
  assertOpen(): void {
    if (this.#isClosed) throw simulatorError('platform-closed', {})
  }

  /** @throws SimulatorError `platform-closed` */
  add(call: TimedCall): void {
    this.assertOpen()
    this.#live.add(call)
  }

  /** Its last webhooks may come later: they do not make the call longer. */
  leave(call: TimedCall): void {
    this.#live.delete(call)
    this.#forgetEnded()
    this.#ending.add(call)
  }

  /** Ends every call, because the platform is closed. */
  close(): void {
    this.#isClosed = true
    for (const call of [...this.#live]) call.close()
  }

  #forgetEnded(): void {
    for (const call of this.#ending) if (call.isOver) this.#ending.delete(call)
  }
}
