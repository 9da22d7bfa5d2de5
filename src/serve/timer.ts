/** A span of time that ends work which does not settle in it. */
export interface Timer {
  /** What the work gives, or the failure of the time that is over. Only once. */
  race<T>(work: Promise<T>): Promise<T>
  stop(): void
  /** Whether the time is over, so that nobody waits for the work any more. */
  readonly isOver: boolean
}

/** @param late the error when the time is over */
export function startTimer(milliseconds: number, late: () => Error): Timer {
  let fail: (error: Error) => void
  const failure = new Promise<never>((_, reject) => {
    fail = reject
  })
  let isOver = false
  const timeout = setTimeout(() => {
    isOver = true
    fail(late())
  }, milliseconds)
  return {
    get isOver() {
      return isOver
    },
    // The work may still fail when nobody waits for it any more; Promise.race takes care of that.
    race: (work) => Promise.race([work, failure]),
    stop: () => clearTimeout(timeout),
  }
}
