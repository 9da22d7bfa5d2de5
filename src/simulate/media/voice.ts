import type { Frame, SampleRate } from './frame'
import { Resampler } from './resampler'

/** What a leg says now, at the rate that each listener wants. */
export class Voice {
  readonly #resamplers = new Map<SampleRate, Resampler>()
  readonly #converted = new Map<SampleRate, Int16Array<ArrayBuffer>>()
  #frame: Frame | undefined

  get frame(): Frame | undefined {
    return this.#frame
  }

  set frame(frame: Frame | undefined) {
    // A converter remembers the frame before, which means nothing after silence or at another rate.
    if (!frame || frame.rate !== this.#frame?.rate) this.#resamplers.clear()
    this.#converted.clear()
    this.#frame = frame
  }

  /** @param frame of this voice */
  at(rate: SampleRate, frame: Frame): Int16Array<ArrayBuffer> {
    if (frame.rate === rate) return frame.samples
    const known = this.#converted.get(rate)
    if (known) return known
    const resampler = this.#resamplers.get(rate) ?? new Resampler(frame.rate, rate)
    this.#resamplers.set(rate, resampler)
    const samples = resampler.push(frame.samples)
    this.#converted.set(rate, samples)
    return samples
  }
}
