import { inMilliseconds } from '../audio/read-aloud'
import { frameSeconds, type SampleRate, samplesOf } from './frame'
import { Resampler } from './resampler'
import type { Wave } from './wav'

/**
 * Audio without a long pause.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ pace: 'real' })
 * const call = await dial(app, { platform })
 * await call.wait()
 * const [greeting] = call.legs[0]?.audio ?? []
 * greeting?.seconds // 2.36
 * await platform.close()
 * ```
 */
export interface AudioSegment {
  /** Its beginning, in seconds on the clock of the platform. */
  readonly at: number
  /** Its duration. */
  readonly seconds: number
  /** Samples a second: 8,000, 16,000 or 24,000. */
  readonly rate: number
  /** Mono, 16 bit. */
  readonly samples: Int16Array
}

/** Frames for which memory is taken at a time. */
const blockFrames = 50

/** A frame that comes this much earlier or later than the end of the one before does not follow on it, in seconds: the clock has jumped. A ticker makes up for less. */
const jump = 1.1

/** A segment that may still grow. It takes memory a second at a time, and joins the pieces when someone looks. */
export class GrowingSegment {
  readonly #blocks: Int16Array<ArrayBuffer>[] = []
  #frames = 0
  #joined: AudioSegment | undefined

  constructor(
    public at: number,
    readonly rate: SampleRate,
  ) {}

  get frames(): number {
    return this.#frames
  }

  /** Whether a frame of this rate, at this second, continues it. */
  isContinuedBy(at: number, rate: SampleRate): boolean {
    const end = this.at + this.#frames * frameSeconds
    return rate === this.rate && Math.abs(at - end) < jump
  }

  add(samples: Int16Array | undefined): void {
    const place = this.#frames % blockFrames
    const size = samplesOf(this.rate)
    if (place === 0) this.#blocks.push(new Int16Array(blockFrames * size))
    if (samples) this.#blocks.at(-1)?.set(samples, place * size)
    this.#frames++
    this.#joined = undefined
  }

  /** Takes silence off its end. Returns the number of frames that are gone. */
  trim(frames: number): number {
    const gone = Math.min(frames, this.#frames)
    this.#frames -= gone
    this.#blocks.length = Math.ceil(this.#frames / blockFrames)
    this.#joined = undefined
    return gone
  }

  /** Lets the first second go. Returns its number of frames. */
  forget(): number {
    const forgotten = Math.min(blockFrames, this.#frames)
    this.#blocks.shift()
    this.#frames -= forgotten
    this.at = inMilliseconds(this.at + forgotten * frameSeconds)
    this.#joined = undefined
    return forgotten
  }

  /** @param silent frames of silence at its end, which are left out */
  toSegment(silent: number): AudioSegment {
    this.#joined ??= this.#join(this.#frames - silent)
    return this.#joined
  }

  #join(frames: number): AudioSegment {
    const size = samplesOf(this.rate)
    const samples = new Int16Array(frames * size)
    for (const [index, block] of this.#blocks.entries()) {
      const place = index * blockFrames * size
      samples.set(
        block.subarray(0, Math.max(0, samples.length - place)),
        Math.min(place, samples.length),
      )
    }
    const { at, rate } = this
    return { at, rate, seconds: inMilliseconds(frames * frameSeconds), samples }
  }
}

/** The audio of a leg, without the silence: the newest segments, up to a number of seconds. */
export class Track {
  readonly #mostFrames: number
  readonly #segments: GrowingSegment[] = []
  #current: GrowingSegment | undefined
  #frames = 0
  /** Frames of silence at the end of the current segment. */
  #silent = 0

  /** @param seconds the most audio that is kept */
  constructor(seconds: number) {
    this.#mostFrames = Math.round(seconds / frameSeconds)
  }

  get segments(): AudioSegment[] {
    return this.#segments
      .filter(({ frames }) => frames > 0)
      .map((one) => one.toSegment(one === this.#current ? this.#silent : 0))
  }

  /** Begins a segment. */
  begin(at: number, rate: SampleRate): void {
    this.#current = new GrowingSegment(at, rate)
    this.#segments.push(this.#current)
    this.#silent = 0
  }

  /** Goes on with audio of this rate: in a segment of its own, if the current one has another rate or is long over. */
  goOn(at: number, rate: SampleRate): void {
    if (!this.#current || this.#current.isContinuedBy(at, rate)) return
    this.end()
    this.begin(at, rate)
  }

  /** Adds a frame to the segment, if one has begun. */
  add(samples: Int16Array | undefined, isAudible: boolean): void {
    if (!this.#current) return
    this.#current.add(samples)
    this.#silent = isAudible ? 0 : this.#silent + 1
    this.#frames++
    this.#forget()
  }

  /** Ends the segment with its last audible frame. Returns its duration in seconds. */
  end(): number {
    const current = this.#current
    this.#current = undefined
    if (!current) return 0
    this.#frames -= current.trim(this.#silent)
    return inMilliseconds(current.frames * frameSeconds)
  }

  /** Lets the oldest audio go, second by second. */
  #forget(): void {
    while (this.#frames > this.#mostFrames) {
      const oldest = this.#segments[0] as GrowingSegment
      this.#frames -= oldest.forget()
      if (oldest.frames === 0 && oldest !== this.#current) this.#segments.shift()
    }
  }
}

/** Lays segments out as one recording, from a second of the clock to another, with silence between them. */
export function layOut(segments: readonly AudioSegment[], from: number, until: number): Wave {
  const rate = Math.max(8000, ...segments.map((segment) => segment.rate))
  const samples = new Int16Array(Math.max(0, Math.round((until - from) * rate)))
  for (const segment of segments) {
    const place = Math.round((segment.at - from) * rate)
    const piece =
      segment.rate === rate
        ? segment.samples
        : new Resampler(segment.rate, rate).convert(segment.samples)
    const start = Math.max(0, -place)
    samples.set(piece.subarray(start, Math.max(start, samples.length - place)), Math.max(0, place))
  }
  return { rate, samples }
}
