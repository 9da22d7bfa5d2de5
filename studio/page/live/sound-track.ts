/** Audio without a gap: mono, 16 bit. */
export interface SoundPiece {
  /** Its beginning, in seconds on the clock of the call. */
  readonly at: number
  readonly rate: number
  readonly samples: Int16Array
}

/** Frames that come this much earlier or later than the end of the ones before still follow on them, in seconds. */
const tolerance = 0.25

/** The most that is kept, in seconds. */
const longest = 600

/** Keeps what was heard, with the time of the call. */
export class SoundTrack {
  readonly #runs: {
    readonly at: number
    readonly rate: number
    readonly frames: Int16Array[]
    seconds: number
  }[] = []
  #seconds = 0

  /** @param at on the clock of the call */
  add(samples: Int16Array, rate: number, at: number): void {
    const seconds = samples.length / rate
    this.#seconds += seconds
    if (this.#seconds > longest) return
    const last = this.#runs.at(-1)
    const goesOn = last?.rate === rate && Math.abs(at - (last.at + last.seconds)) < tolerance
    if (!goesOn) return void this.#runs.push({ at, rate, frames: [samples], seconds })
    last.frames.push(samples)
    last.seconds += seconds
  }

  /** What was heard between two seconds of the call, whole pieces. */
  between(from: number, until: number): SoundPiece[] {
    return this.#runs
      .filter(({ at, seconds }) => at < until && at + seconds > from)
      .map(({ at, rate, frames }) => ({ at, rate, samples: joined(frames) }))
  }
}

function joined(frames: readonly Int16Array[]): Int16Array {
  const samples = new Int16Array(frames.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const frame of frames) {
    samples.set(frame, place)
    place += frame.length
  }
  return samples
}
