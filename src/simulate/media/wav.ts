import { toBytes, toSamples } from './pcm'

/** Mono audio of 16 bit. */
export interface Wave {
  /** Samples a second. */
  readonly rate: number
  readonly samples: Int16Array
}

const pcm = 1
/** The bytes before the samples of a file that `writeWavHeader` begins. */
export const wavHeaderBytes = 44
/** The format is that at the beginning of the `fmt` chunk's extension. */
const extensible = 0xff_fe
const formats: Readonly<Record<number, string>> = {
  2: 'ADPCM',
  3: 'floating-point numbers',
  6: 'A-law',
  7: 'µ-law',
  85: 'MP3',
}

/** Whether bytes begin as a WAV file does. */
export function isWav(bytes: Uint8Array): boolean {
  return tagAt(bytes, 0) === 'RIFF' && tagAt(bytes, 8) === 'WAVE'
}

/** Reads a WAV file of 16 bit. Two channels become one. Returns a phrase about what is wrong with another. */
export function parseWav(bytes: Uint8Array): Wave | string {
  if (!isWav(bytes)) return 'is not a WAV file'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let format: { readonly channels: number; readonly rate: number } | undefined
  for (let place = 12; place + 8 <= bytes.length; ) {
    const tag = tagAt(bytes, place)
    const size = view.getUint32(place + 4, true)
    const start = place + 8
    if (tag === 'fmt ') {
      if (size < 16 || start + size > bytes.length) return 'is a WAV file that breaks off'
      const read = readFormat(view, start, size)
      if (typeof read === 'string') return read
      format = read
    }
    if (tag === 'data') {
      if (!format) return 'is a WAV file without a format before its data'
      // Programs that write to a pipe cannot know the size, and leave a value that is too large, or 0.
      const end = size === 0 ? bytes.length : Math.min(start + size, bytes.length)
      const samples = toSamples(bytes.subarray(start, end))
      return { rate: format.rate, samples: toMono(samples, format.channels) }
    }
    // Chunks are of even length.
    place = start + size + (size % 2)
  }
  return 'is a WAV file without data'
}

function readFormat(
  view: DataView,
  start: number,
  size: number,
): { channels: number; rate: number } | string {
  const tag = view.getUint16(start, true)
  const kind = tag === extensible && size >= 26 ? view.getUint16(start + 24, true) : tag
  const channels = view.getUint16(start + 2, true)
  const rate = view.getUint32(start + 4, true)
  const bits = view.getUint16(start + 14, true)
  if (kind !== pcm) return `is a WAV file of ${formats[kind] ?? `format ${kind}`}`
  if (bits !== 16) return `is a WAV file of ${bits} bit`
  if (channels !== 1 && channels !== 2) return `is a WAV file of ${channels} channels`
  return { channels, rate }
}

function toMono(samples: Int16Array<ArrayBuffer>, channels: number): Int16Array<ArrayBuffer> {
  if (channels === 1) return samples
  return Int16Array.from({ length: samples.length >> 1 }, (_, index) =>
    Math.round(((samples[2 * index] as number) + (samples[2 * index + 1] as number)) / 2),
  )
}

/** Writes a WAV file: mono, 16 bit. */
export function writeWav({ rate, samples }: Wave): Uint8Array<ArrayBuffer> {
  const data = toBytes(samples)
  const header = writeWavHeader({ rate, channels: 1, bytes: data.length })
  const file = new Uint8Array(header.length + data.length)
  file.set(header)
  file.set(data, header.length)
  return file
}

/** Writes what precedes the samples of a WAV file of 16 bit. */
export function writeWavHeader({
  rate,
  channels,
  bytes,
}: {
  readonly rate: number
  readonly channels: number
  /** Of all samples. */
  readonly bytes: number
}): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(wavHeaderBytes)
  const view = new DataView(header.buffer)
  writeTag(header, 0, 'RIFF')
  view.setUint32(4, wavHeaderBytes - 8 + bytes, true)
  writeTag(header, 8, 'WAVE')
  writeTag(header, 12, 'fmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, pcm, true)
  view.setUint16(22, channels, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * channels * 2, true)
  view.setUint16(32, channels * 2, true)
  view.setUint16(34, 16, true)
  writeTag(header, 36, 'data')
  view.setUint32(40, bytes, true)
  return header
}

function tagAt(bytes: Uint8Array, place: number): string {
  return String.fromCharCode(...bytes.subarray(place, place + 4))
}

function writeTag(bytes: Uint8Array, place: number, tag: string): void {
  for (let index = 0; index < tag.length; index++) bytes[place + index] = tag.charCodeAt(index)
}
