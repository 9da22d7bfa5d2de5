/** A span of time that ends work which does not settle in it. */
export interface Timer {
  /** What the work gives; or a failure with this error when the time is over. */
  race<T>(work: T | Promise<T>, late: () => Error): Promise<T>
  stop(): void
}

export function startTimer(milliseconds: number): Timer {
  let isOver = false
  let end: (() => void) | undefined
  const timeout = setTimeout(() => {
    isOver = true
    end?.()
  }, milliseconds)
  return {
    async race<T>(work: T | Promise<T>, late: () => Error) {
      const failure = new Promise<never>((_, reject) => {
        end = () => reject(late())
        if (isOver) end()
      })
      // The work may still fail when nobody waits for it any more; that is what Promise.race takes care of.
      return Promise.race([work, failure])
    },
    stop: () => clearTimeout(timeout),
  }
}
