/** A span of time that ends work which does not settle in it. */
export class Timer {
  // A field, no accessor of an object: V8 keeps one that closes over a request until a full collection, and the request with it.
  /** Whether the time is over, so that nobody waits for the work any more. */
  isOver = false

  /** @param late the error when the time is over */
  constructor(
    readonly milliseconds: number,
    readonly late: () => Error,
  ) {}

  /** What the work gives, or the failure of the time that is over. It may still fail when nobody waits for it any more. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => {
        this.isOver = true
        reject(this.late())
      }, this.milliseconds)
      work.then(resolve, reject).then(() => clearTimeout(timeout))
    })
  }
}
