/** Input samples on each side of an output sample that count, if the rate does not fall. */
const reach = 12

/** Converts audio from one rate to another. A low-pass filter keeps what the lower rate cannot hold from sounding as noise. */
export class Resampler {
  /** The rates, reduced: `up` output samples for `down` input samples. */
  readonly #up: number
  readonly #down: number
  /** Input samples on each side that count. */
  readonly #reach: number
  /** The weights of the input samples, for each position of an output sample between two of them. */
  readonly #phases: readonly Float64Array[]
  /** The last input samples of the stream, which the next output samples need. */
  #past: Int16Array<ArrayBuffer>

  constructor(from: number, to: number) {
    const divisor = greatestDivisor(from, to)
    this.#up = to / divisor
    this.#down = from / divisor
    const cutoff = Math.min(1, to / from)
    this.#reach = Math.ceil(reach / cutoff)
    this.#phases = Array.from({ length: this.#up }, (_, phase) =>
      weightsAt(phase / this.#up, this.#reach, cutoff),
    )
    this.#past = new Int16Array(2 * this.#reach)
  }

  /** The next piece of a stream, of a length that makes a whole number of output samples. It comes out about a millisecond late. */
  push(piece: Int16Array): Int16Array<ArrayBuffer> {
    const padded = new Int16Array(this.#past.length + piece.length)
    padded.set(this.#past)
    padded.set(piece, this.#past.length)
    this.#past = padded.slice(piece.length)
    return this.#convert(padded, piece.length)
  }

  /** Converts a whole recording, which stays in time. */
  convert(samples: Int16Array): Int16Array<ArrayBuffer> {
    const padded = new Int16Array(samples.length + 2 * this.#reach)
    padded.set(samples, this.#reach)
    return this.#convert(padded, samples.length)
  }

  #convert(padded: Int16Array, length: number): Int16Array<ArrayBuffer> {
    const converted = new Int16Array(Math.floor((length * this.#up) / this.#down))
    for (let index = 0; index < converted.length; index++) {
      const position = index * this.#down
      const weights = this.#phases[position % this.#up] as Float64Array
      const first = Math.floor(position / this.#up) + 1
      let sum = 0
      for (let tap = 0; tap < weights.length; tap++) {
        sum += (weights[tap] as number) * (padded[first + tap] as number)
      }
      converted[index] = Math.max(-32_768, Math.min(32_767, Math.round(sum)))
    }
    return converted
  }
}

/** A sinc under a Hann window, for an output sample that lies `fraction` of a sample after an input sample. */
function weightsAt(fraction: number, reach: number, cutoff: number): Float64Array {
  const weights = Float64Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - reach + 1 - fraction
    const x = Math.PI * distance * cutoff
    const sinc = x === 0 ? 1 : Math.sin(x) / x
    return sinc * Math.cos((Math.PI * distance) / (2 * reach)) ** 2
  })
  // A level stays what it is at every phase.
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
