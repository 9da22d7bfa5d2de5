/** Ends work that does not settle in time. */
export class Deadline {
  // A field rather than an accessor of an object: V8 keeps an accessor that closes over a request until a full collection, and the request with it.
  /** Whether the time is over, so that nobody waits for the work any more. */
  isOver = false
  readonly #late: () => Error

  /** @param late makes the error with which work ends that is late */
  constructor(
    readonly milliseconds: number,
    late: () => Error,
  ) {
    this.#late = late
  }

  /** Settles as `work` does, or rejects with `late()` first. A later rejection of `work` is ignored. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.isOver = true
        reject(this.#late())
      }, this.milliseconds)
      work.then(resolve, reject).then(() => clearTimeout(timeout))
    })
  }
}
