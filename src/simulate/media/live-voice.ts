import { Queue } from '../queue'
import { type Frame, framesPerSecond, type SampleRate, sampleRates } from './frame'
import { Resampler } from './resampler'

/** Frames that wait before speech goes on after a gap: a sender is seldom as steady as the mixer. */
const cushion = 3

/** The most frames that wait. A sender whose clock is faster would else be heard later and later. */
const mostWaiting = 15

/** Cuts what someone says live, in pieces of any length, into frames. */
export class LiveVoice {
  readonly #rate: Frame['rate']
  readonly #resampler: Resampler | undefined
  /** Samples of the rate that was given, up to a frame's time of them. */
  readonly #block: Int16Array<ArrayBuffer>
  #filled = 0
  readonly #frames = new Queue<Frame>()
  #isFlowing = false

  /**
   * @param rate samples a second: a multiple of 50
   * @param frameRate the rate of its frames. Absent: the lowest one that loses nothing
   */
  constructor(rate: number, frameRate?: SampleRate) {
    this.#rate = frameRate ?? sampleRates.find((known) => known >= rate) ?? 24_000
    this.#resampler = this.#rate === rate ? undefined : new Resampler(rate, this.#rate)
    this.#block = new Int16Array(rate / framesPerSecond)
  }

  push(samples: Int16Array): void {
    for (let place = 0; place < samples.length; ) {
      const piece = samples.subarray(place, place + this.#block.length - this.#filled)
      this.#block.set(piece, this.#filled)
      this.#filled += piece.length
      place += piece.length
      if (this.#filled === this.#block.length) this.#flush()
    }
  }

  /** The frame to play now; `undefined` for silence. */
  take(): Frame | undefined {
    this.#isFlowing ||= this.#frames.length >= cushion
    if (!this.#isFlowing) return undefined
    const frame = this.#frames.take()
    this.#isFlowing = frame !== undefined
    return frame
  }

  #flush(): void {
    const samples = this.#resampler?.push(this.#block) ?? this.#block.slice()
    this.#filled = 0
    this.#frames.add({ rate: this.#rate, samples })
    if (this.#frames.length > mostWaiting) this.#frames.take()
  }
}
