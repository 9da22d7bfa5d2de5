import { isPending, type MaybePromise } from '../element/maybe-promise'
import type { Frame } from '../issues/origin'

/** Ends work that does not settle in time. The time begins when the deadline is made. */
export class Deadline {
  // A field rather than an accessor of an object: V8 keeps an accessor that closes over a request until a full collection, and the request with it.
  /** Whether the time is over, so that nobody waits for the work any more. */
  isOver = false
  /** Tells the component that the work waits for; absent until it waits for one. */
  awaited: (() => Frame | undefined) | undefined = undefined
  readonly #end: number
  readonly #late: () => Error

  /** @param late makes the error with which work ends that is late */
  constructor(milliseconds: number, late: () => Error) {
    this.#end = performance.now() + milliseconds
    this.#late = late
  }

  /** Settles as `work` does, or rejects with `late()` first. A later rejection of `work` is ignored. Work that is done needs no timer. */
  race<T>(work: MaybePromise<T>): MaybePromise<T> {
    if (!isPending(work)) return work
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.isOver = true
        reject(this.#late())
      }, this.#end - performance.now())
      work.then(resolve, reject).then(() => clearTimeout(timeout))
    })
  }
}
