/** Counts what happens within one second, which goes on with the clock. */
export class RateLimit {
  readonly #most: number
  /** Seconds of the clock, of the last second. */
  #times: number[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** Counts one more; `false` if it is one too many. */
  take(now: number): boolean {
    this.#times = this.#times.filter((at) => at > now - 1)
    if (this.#times.length >= this.#most) return false
    this.#times.push(now)
    return true
  }
}
