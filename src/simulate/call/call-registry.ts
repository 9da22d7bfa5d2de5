import { Queue } from '../queue'
import type { CallInProgress } from './call-in-progress'

/** Calls that are over and are still listed. Older ones are forgotten, so that a platform that runs for long does not grow. */
export const mostEnded = 1000

/** The calls of a platform, in the order in which they began. */
export class CallRegistry {
  readonly #calls = new Set<CallInProgress>()
  readonly #ended = new Queue<CallInProgress>()

  get all(): readonly CallInProgress[] {
    return [...this.#calls]
  }

  add(call: CallInProgress): void {
    this.#calls.add(call)
  }

  /** Notes that a call is over. */
  end(call: CallInProgress): void {
    this.#ended.add(call)
    if (this.#ended.length <= mostEnded) return
    const oldest = this.#ended.take()
    if (oldest) this.#calls.delete(oldest)
  }
}
