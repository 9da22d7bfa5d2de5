import { bytesOf, frameSeconds, framesPerSecond, type SampleRate, sampleRates } from './frame'
import { mostBuffered } from './playout'

/** Tells of the messages of a websocket's server that are not played: once when it begins, and how many they were when it is over. */
export class FrameFaults {
  readonly #name: string
  readonly #rate: SampleRate
  readonly #note: (text: string) => void
  #ofWrongSize = 0
  #overrun = 0

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
    return Number.isInteger(count)
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
