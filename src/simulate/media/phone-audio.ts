import { Ear } from './ear'
import type { Frame, SampleRate } from './frame'
import type { Hearer, Port } from './port'
import { type Sound, Speech } from './sound'
import { Voice } from './voice'

/** Speaks and listens for a person, frame by frame. */
interface LiveEnd {
  /** The rate of what it hears. Absent: as the port has it. */
  readonly rate?: SampleRate | undefined
  /** Those who hear it. */
  readonly heardBy: Set<Hearer>
  take(): Frame | undefined
  /** Follows what it says from `at` on: `undefined` for silence, and while the person says something else. */
  follow(frame: Frame | undefined, at: number): void
  hear(frame: Frame): void
  /** It says nothing any more. */
  end(): void
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
    const isInBurst = this.said.isInBurst || this.heard.isInBurst
    return isInBurst || !this.#speech.isOver || this.#live !== undefined
  }

  speak(sound: Sound): void {
    this.#speech.add(sound)
  }

  get heardBy(): Set<Hearer> | undefined {
    return this.#live?.heardBy
  }

  /** Lets a program speak and listen, from now on. */
  open(live: LiveEnd): void {
    this.#live?.end()
    this.#live = live
    this.#rate ??= live.rate
  }

  close(live: LiveEnd): void {
    if (this.#live !== live) return
    live.end()
    this.#live = undefined
  }

  take(at: number): Frame | undefined {
    const spoken = this.#speech.take()
    const live = spoken ? undefined : this.#live?.take()
    this.#live?.follow(live, at)
    const frame = spoken ?? live
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
    if (this.#live) this.close(this.#live)
    this.said.end()
    this.heard.end()
  }
}
