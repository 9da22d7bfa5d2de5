/** Silence that ends a burst of audio, in seconds. Pauses between words are shorter. */
export const pause = 0.5

/** Finds where someone begins to be heard in a stream of frames, and where silence follows. */
export class BurstDetector {
  #startedAt: number | undefined
  #audibleUntil = 0

  /** When the current burst began; `undefined` in silence. */
  get startedAt(): number | undefined {
    return this.#startedAt
  }

  /** The end of the last frame in which something was heard. */
  get audibleUntil(): number {
    return this.#audibleUntil
  }

  /**
   * Takes a frame that lasts from `at` to `end`, in seconds.
   *
   * @returns whether a burst begins, or has ended, with it
   */
  push(isAudible: boolean, at: number, end: number): 'began' | 'ended' | undefined {
    if (isAudible) {
      this.#audibleUntil = end
      if (this.#startedAt !== undefined) return undefined
      this.#startedAt = at
      return 'began'
    }
    const isOver = this.#startedAt !== undefined && end - this.#audibleUntil >= pause
    if (!isOver) return undefined
    this.#startedAt = undefined
    return 'ended'
  }

  /** Ends the burst. Returns whether there was one. */
  end(): boolean {
    const isInBurst = this.#startedAt !== undefined
    this.#startedAt = undefined
    return isInBurst
  }
}
