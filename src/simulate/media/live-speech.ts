import type { NewTimelineEntry } from '../call/timeline'
import { recordingsOf } from '../leg/person'
import type { SimulatedLeg } from '../leg/simulated-leg'
import type { Frame } from './frame'
import { LiveRecorder } from './live-recorder'
import type { Hearer } from './port'
import { audioText } from './sound'

/** Tells of what a leg says as audio: that it begins, and to those who heard it how long it was, because nobody knows the words. Recordings have its sound. */
export class LiveSpeech {
  /** Those who have heard it. */
  readonly heardBy = new Set<Hearer>()
  readonly #leg: SimulatedLeg
  readonly #log: (entry: NewTimelineEntry) => void
  readonly #recorder: LiveRecorder

  constructor(leg: SimulatedLeg, log: (entry: NewTimelineEntry) => void) {
    this.#leg = leg
    this.#log = log
    this.#recorder = new LiveRecorder(leg.uuid)
  }

  /** It begins with the next frame. Silence before that may have reached others. */
  begin(): void {
    this.heardBy.clear()
  }

  /**
   * Tells that it has begun.
   *
   * @param latency the time since the end of the speech that it answers, in seconds
   */
  announce(latency?: number): void {
    this.#log({ type: 'audio', leg: this.#leg.name, ...(latency !== undefined && { latency }) })
  }

  /** Its next frame, for whoever records it now: those who listen may change while it lasts. */
  record(frame: Frame | undefined, at: number, isAudible: boolean): void {
    const leg = this.#leg
    const recordings = recordingsOf(leg, leg.conversation?.listenersOf(leg) ?? [])
    this.#recorder.add(recordings, frame, at, isAudible)
  }

  /** It is over, after this many seconds. */
  end(seconds: number): void {
    this.#recorder.end()
    const text = audioText(seconds)
    for (const { name, player } of this.heardBy) {
      player.overhear(text)
      this.#log({ type: 'heard', leg: name, text, seconds, by: this.#leg.name })
    }
  }
}
