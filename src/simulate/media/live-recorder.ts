import { inMilliseconds } from '../audio/read-aloud'
import type { RecordedUtterance, RunningRecording } from '../audio/recording'
import { type Frame, frameSeconds, type SampleRate } from './frame'
import { audioText } from './sound'
import { GrowingSegment } from './track'
import type { Wave } from './wav'

/** What a recording has of someone who speaks. It grows, and ends with what can be heard. */
class LiveUtterance implements RecordedUtterance {
  readonly isLive = true
  readonly #segment: GrowingSegment
  /** Frames of silence at its end. */
  #silent = 0

  constructor(
    readonly at: number,
    readonly by: string,
    rate: SampleRate,
  ) {
    this.#segment = new GrowingSegment(at, rate)
  }

  get seconds(): number {
    return inMilliseconds((this.#segment.frames - this.#silent) * frameSeconds)
  }

  get text(): string {
    return audioText(this.seconds)
  }

  get sound(): Wave {
    return this.#segment.toSegment(this.#silent)
  }

  /** Whether a frame at this second, or silence, continues it. */
  isContinuedBy(frame: Frame | undefined, at: number): boolean {
    const segment = this.#segment
    return segment.isContinuedBy(at, frame?.rate ?? segment.rate)
  }

  add(frame: Frame | undefined, isAudible: boolean): void {
    this.#segment.add(frame?.samples)
    this.#silent = isAudible ? 0 : this.#silent + 1
  }
}

/** Puts what a leg says, frame by frame, into the recordings that run meanwhile. */
export class LiveRecorder {
  readonly #leg: string
  readonly #utterances = new Map<RunningRecording, LiveUtterance>()

  /** @param leg its uuid */
  constructor(leg: string) {
    this.#leg = leg
  }

  add(
    recordings: ReadonlySet<RunningRecording>,
    frame: Frame | undefined,
    at: number,
    isAudible: boolean,
  ): void {
    for (const recording of this.#utterances.keys()) {
      if (!recordings.has(recording)) this.#utterances.delete(recording)
    }
    for (const recording of recordings) {
      const current = this.#utterances.get(recording)
      if (current?.isContinuedBy(frame, at)) current.add(frame, isAudible)
      else if (frame && isAudible) this.#begin(recording, frame, at)
      else this.#utterances.delete(recording)
    }
  }

  /** It is over. */
  end(): void {
    this.#utterances.clear()
  }

  #begin(recording: RunningRecording, frame: Frame, at: number): void {
    const utterance = new LiveUtterance(inMilliseconds(at), this.#leg, frame.rate)
    utterance.add(frame, true)
    this.#utterances.set(recording, utterance)
    recording.utterances.push(utterance)
  }
}
