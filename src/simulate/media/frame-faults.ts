import { bytesOf, frameSeconds, framesPerSecond, type SampleRate, sampleRates } from './frame'
import { mostBuffered } from './playout'

/** Gaps of this many frames in a burst of audio are worth telling of: a listener notices them. */
const manyGaps = 10

/** Tells what is wrong with the frames of a websocket's server. Of those that are not played: once when it begins, and how many they were when it is over. */
export class FrameFaults {
  readonly #name: string
  readonly #rate: SampleRate
  readonly #note: (text: string) => void
  #ofWrongSize = 0
  #overrun = 0
  /** Frames that were missing in the current burst. */
  #gaps = 0
  /** Those of them since the last frame that was there: a gap, or the end. */
  #missing = 0

  constructor(name: string, rate: SampleRate, note: (text: string) => void) {
    this.#name = name
    this.#rate = rate
    this.#note = note
  }

  /** A message has another size than a frame. */
  wrongSize(bytes: number): void {
    if (this.#ofWrongSize++ > 0) return
    const size = bytesOf(this.#rate)
    this.#note(
      `${this.#name} sends a message of ${bytes} bytes, which is not played: at ${this.#rate} samples a second a message has ${size} bytes. ${this.#remedy(bytes)}`,
    )
  }

  #remedy(bytes: number): string {
    const other = sampleRates.find((rate) => bytesOf(rate) === bytes)
    if (other) return `Is its rate ${other}?`
    const size = bytesOf(this.#rate)
    const count = bytes / size
    return Number.isInteger(count) && count > 0
      ? `Split it into ${count}.`
      : `Split the audio into pieces of ${size} bytes, and fill the last one with zeros.`
  }

  /** A frame finds the buffer full. */
  overrun(): void {
    if (this.#overrun++ > 0) return
    const seconds = Math.floor(mostBuffered / framesPerSecond)
    this.#note(
      `${this.#name} sends more than the ${mostBuffered} messages (${seconds} s) that wait to be played. What exceeds them is dropped.`,
    )
  }

  /** The buffer is empty again. */
  drained(): void {
    if (this.#overrun > 1) {
      const seconds = (this.#overrun * frameSeconds).toFixed(2)
      this.#note(`${this.#overrun} messages of ${this.#name} (${seconds} s) were dropped.`)
    }
    this.#overrun = 0
  }

  /** A frame of the current burst is played, or is missing. */
  play(isThere: boolean): void {
    if (!isThere) this.#missing++
    else {
      this.#gaps += this.#missing
      this.#missing = 0
    }
  }

  /** The burst is over, after this many seconds. */
  endBurst(seconds: number): void {
    if (this.#gaps >= manyGaps) {
      const missing = (this.#gaps * frameSeconds).toFixed(2)
      this.#note(
        `In the ${seconds.toFixed(2)} s of audio of ${this.#name} are gaps of ${missing} s in all, because its frames come too late.`,
      )
    }
    this.#gaps = 0
    this.#missing = 0
  }

  /** Nothing comes any more. */
  end(): void {
    this.drained()
    if (this.#ofWrongSize > 1) {
      this.#note(
        `${this.#ofWrongSize} messages of ${this.#name} had another size than a frame, and were not played.`,
      )
    }
  }
}
