import { Ear } from './ear'
import type { Frame, SampleRate } from './frame'
import type { Port } from './port'
import { type Sound, Speech } from './sound'
import { Voice } from './voice'

/** Speaks and listens for a person, frame by frame. */
interface LiveEnd {
  take(): Frame | undefined
  hear(frame: Frame): void
}

/** The audio of a person: what they say, and what they hear. */
export class PhoneAudio implements Port {
  readonly voice = new Voice()
  readonly said: Ear
  readonly heard: Ear
  readonly #speech = new Speech()
  #live: LiveEnd | undefined
  #rate: SampleRate | undefined

  /** @param seconds the most audio that is kept of each */
  constructor(seconds: number) {
    this.said = new Ear(seconds)
    this.heard = new Ear(seconds)
  }

  get rate(): SampleRate | undefined {
    return this.#rate
  }

  get isActive(): boolean {
    const isInBurst = this.said.since !== undefined || this.heard.since !== undefined
    return isInBurst || !this.#speech.isOver || this.#live !== undefined
  }

  speak(sound: Sound): void {
    this.#speech.add(sound)
  }

  /** Lets a program speak and listen, from now on. */
  open(live: LiveEnd): void {
    this.#live = live
  }

  close(live: LiveEnd): void {
    if (this.#live === live) this.#live = undefined
  }

  take(at: number): Frame | undefined {
    const frame = this.#speech.take() ?? this.#live?.take()
    this.said.push(frame, at)
    return frame
  }

  hear(frame: Frame | undefined, at: number): void {
    this.#rate ??= frame?.rate
    this.heard.push(frame, at)
    if (frame) this.#live?.hear(frame)
  }

  end(): void {
    this.#speech.clear()
    this.#live = undefined
    this.said.end()
    this.heard.end()
  }
}
