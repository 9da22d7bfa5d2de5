import type { SimulatedLeg } from '../leg/simulated-leg'
import type { SimulatedPlatform } from '../platform'
import { BurstDetector } from './burst'
import type { Frame, SampleRate } from './frame'
import { LiveSpeech } from './live-speech'
import { LiveVoice } from './live-voice'
import { isAudible } from './pcm'
import type { Hearer } from './port'

interface LiveEndOptions {
  /** Samples a second of what is said. */
  readonly said: number
  /** The rate of its frames, in both directions. Absent: the best one for what is said, and that of what is heard. */
  readonly frames: SampleRate | undefined
  onHeard(frame: Frame): void
}

/** A program that speaks and listens for a leg. */
export class LiveEnd {
  readonly rate: SampleRate | undefined
  readonly #platform: SimulatedPlatform
  readonly #voice: LiveVoice
  readonly #speech: LiveSpeech
  readonly #detector = new BurstDetector()
  readonly #onHeard: (frame: Frame) => void

  constructor(
    platform: SimulatedPlatform,
    leg: SimulatedLeg,
    { said, frames, onHeard }: LiveEndOptions,
  ) {
    this.#platform = platform
    this.rate = frames
    this.#voice = new LiveVoice(said, frames)
    this.#onHeard = onHeard
    this.#speech = new LiveSpeech(leg, (entry) => platform.happen(() => leg.log(entry)))
  }

  get heardBy(): Set<Hearer> {
    return this.#speech.heardBy
  }

  speak(samples: Int16Array): void {
    this.#voice.push(samples)
    this.#platform.mixer.catchUp()
  }

  take(): Frame | undefined {
    return this.#voice.take()
  }

  follow(frame: Frame | undefined, at: number): void {
    const audible = frame !== undefined && isAudible(frame.samples)
    const event = this.#detector.push(audible)
    if (event === 'began') this.#begin()
    if (event === 'ended') this.#speech.end(this.#detector.seconds)
    if (this.#detector.isInBurst) this.#speech.record(frame, at, audible)
  }

  hear(frame: Frame): void {
    this.#onHeard(frame)
  }

  end(): void {
    if (this.#detector.end()) this.#speech.end(this.#detector.seconds)
  }

  #begin(): void {
    this.#speech.begin()
    this.#speech.announce()
  }
}
