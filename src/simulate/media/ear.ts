import { BurstDetector } from './burst'
import type { Frame } from './frame'
import { isAudible } from './pcm'
import { Track } from './track'

/** Follows a stream of frames: keeps what can be heard, and knows where it begins and ends. */
export class Ear {
  readonly track: Track
  readonly #detector = new BurstDetector()

  /** @param seconds the most audio that is kept */
  constructor(seconds: number) {
    this.track = new Track(seconds)
  }

  /** Whether something is heard, or only a short pause. */
  get isInBurst(): boolean {
    return this.#detector.isInBurst
  }

  /** The next frame, from `at` on. Returns whether audio begins or has ended with it, and whether it is audible. */
  push(frame: Frame | undefined, at: number): Heard {
    const audible = frame !== undefined && isAudible(frame.samples)
    const event = this.#detector.push(audible)
    if (event === 'began' && frame) this.track.begin(at, frame.rate)
    else if (frame) this.track.goOn(at, frame.rate)
    this.track.add(frame?.samples, audible)
    if (event !== 'ended') return { isAudible: audible, ...(event && { event }) }
    this.track.end()
    return { isAudible: false, event, seconds: this.#detector.seconds }
  }

  /** Ends what is heard now. Returns its duration in seconds; `undefined` in silence. */
  end(): number | undefined {
    if (!this.#detector.end()) return undefined
    this.track.end()
    return this.#detector.seconds
  }
}

type Heard =
  | { readonly isAudible: boolean; readonly event?: 'began' }
  | { readonly isAudible: false; readonly event: 'ended'; readonly seconds: number }
