import { inMilliseconds } from '../audio/read-aloud'
import { frameSeconds } from './frame'

/** Silence that ends a burst of audio, in seconds. Pauses between words are shorter. */
export const pause = 0.5

const pauseFrames = Math.round(pause / frameSeconds)

/** Finds where someone begins to be heard in a stream of frames, and where silence follows. It counts frames, because a clock may stand still or jump. */
export class BurstDetector {
  #isInBurst = false
  /** Frames of the current burst, or of the last one. */
  #frames = 0
  /** Those of them up to the last one in which something was heard. */
  #audible = 0

  get isInBurst(): boolean {
    return this.#isInBurst
  }

  /** How long the current burst is, or the last one was, to the end of what was heard. */
  get seconds(): number {
    return inMilliseconds(this.#audible * frameSeconds)
  }

  /** Takes a frame. Returns whether a burst begins, or has ended, with it. */
  push(isAudible: boolean): 'began' | 'ended' | undefined {
    const hasBegun = isAudible && !this.#isInBurst
    if (hasBegun) {
      this.#isInBurst = true
      this.#frames = 0
    }
    if (!this.#isInBurst) return undefined
    this.#frames++
    if (isAudible) this.#audible = this.#frames
    if (hasBegun) return 'began'
    if (this.#frames - this.#audible < pauseFrames) return undefined
    this.#isInBurst = false
    return 'ended'
  }

  /** Ends the burst. Returns whether there was one. */
  end(): boolean {
    const wasInBurst = this.#isInBurst
    this.#isInBurst = false
    return wasInBurst
  }
}
