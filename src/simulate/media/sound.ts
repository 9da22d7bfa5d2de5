import { type Frame, type SampleRate, sampleRates, samplesOf } from './frame'
import { Resampler } from './resampler'
import { isWav, parseWav, type Wave } from './wav'

/**
 * What a person says, as audio: a WAV file of 16 bit with one or two channels, or samples of 16 bit. Its rate may be 8,000 to 48,000
 * samples a second; a rate that websockets do not have is converted.
 *
 * @example
 * ```ts
 * const call = await dial([{ action: 'record' }])
 * const beep = Int16Array.from({ length: 8000 }, (_, n) => 8000 * Math.sin(n / 3))
 * await call.speak({ rate: 16_000, samples: beep }) // half a second
 * ```
 */
export type SpokenAudio =
  | Uint8Array
  | ArrayBuffer
  | { readonly rate: number; readonly samples: Int16Array }

/** Audio that can be cut into frames. */
export interface Sound {
  readonly rate: SampleRate
  readonly samples: Int16Array
  readonly seconds: number
}

/** Samples a second. */
export const lowestRate = 8000
export const highestRate = 48_000

/** What is told of audio whose words nobody knows. */
export function audioText(seconds: number): string {
  return `(${seconds.toFixed(2)} s of audio)`
}

/** Reads audio. Returns a clause about what is wrong with it, if it cannot be used. */
export function toSound(audio: unknown): Sound | string {
  const wave = toWave(audio)
  if (typeof wave === 'string') return wave
  const { rate, samples } = wave
  if (!Number.isInteger(rate) || rate < lowestRate || rate > highestRate) {
    return `has ${rate} samples a second`
  }
  if (samples.length === 0) return 'is empty'
  const usable = usableRate(rate)
  const converted = usable === rate ? samples : new Resampler(rate, usable).convert(samples)
  return { rate: usable, samples: converted, seconds: converted.length / usable }
}

function toWave(audio: unknown): Wave | string {
  if (audio instanceof ArrayBuffer) return toWave(new Uint8Array(audio))
  if (audio instanceof Uint8Array) {
    return isWav(audio) ? parseWav(audio) : `is ${describeFile(audio)}, not a WAV file`
  }
  const { rate, samples } = (audio ?? {}) as { rate?: unknown; samples?: unknown }
  if (typeof rate !== 'number' || !(samples instanceof Int16Array)) return 'is not audio'
  return { rate, samples: Int16Array.from(samples) }
}

/** What other files begin with. */
const beginnings: readonly [text: string, name: string][] = [
  ['ID3', 'an MP3 file'],
  ['OggS', 'an Ogg file'],
  ['fLaC', 'a FLAC file'],
]

function describeFile(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4))
  const known = beginnings.find(([text]) => start.startsWith(text))
  if (known) return known[1]
  const isMp3 = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0
  return isMp3 ? 'an MP3 file' : 'bytes without a header'
}

/** The lowest rate that loses nothing; 24,000 for higher ones. */
function usableRate(rate: number): SampleRate {
  return sampleRates.find((known) => known >= rate) ?? 24_000
}

/** Sounds that are said one after another, a frame at a time. */
export class Speech {
  readonly #sounds: Sound[] = []
  /** The samples of the first sound that were said. */
  #said = 0

  get isOver(): boolean {
    return this.#sounds.length === 0
  }

  add(sound: Sound): void {
    this.#sounds.push(sound)
  }

  clear(): void {
    this.#sounds.length = 0
    this.#said = 0
  }

  /** The next frame; the last one of a sound ends in silence. */
  take(): Frame | undefined {
    const [sound] = this.#sounds
    if (!sound) return undefined
    const { rate } = sound
    const samples = new Int16Array(samplesOf(rate))
    samples.set(sound.samples.subarray(this.#said, this.#said + samples.length))
    this.#said += samples.length
    if (this.#said >= sound.samples.length) {
      this.#sounds.shift()
      this.#said = 0
    }
    return { rate, samples }
  }
}
