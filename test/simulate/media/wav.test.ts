import { describe, expect, it } from 'vitest'
import { toBytes } from '../../../src/simulate/media/pcm'
import { parseWav, writeWav } from '../../../src/simulate/media/wav'
import { tone } from './tone'

/** A file with the chunks that a test gives. */
function file(...chunks: readonly (readonly [tag: string, data: readonly number[]])[]): Uint8Array {
  const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
  const body = chunks.flatMap(([tag, data]) => [
    ...ascii(tag),
    ...uint32(data.length),
    ...data,
    ...(data.length % 2 ? [0] : []),
  ])
  return Uint8Array.from([...ascii('RIFF'), ...uint32(4 + body.length), ...ascii('WAVE'), ...body])
}

const uint16 = (value: number) => [value & 0xff, value >> 8]
const uint32 = (value: number) => [...uint16(value & 0xffff), ...uint16(value >>> 16)]

function format({ tag = 1, channels = 1, rate = 16_000, bits = 16 } = {}): number[] {
  const block = (channels * bits) / 8
  return [
    ...uint16(tag),
    ...uint16(channels),
    ...uint32(rate),
    ...uint32(rate * block),
    ...uint16(block),
    ...uint16(bits),
  ]
}

describe('a WAV file', () => {
  it.each([8000, 16_000, 24_000])('of %i samples a second is read as it was written', (rate) => {
    const samples = tone(440, rate, 0.1)
    expect(parseWav(writeWav({ rate, samples }))).toStrictEqual({ rate, samples })
  })

  it('is written as its format demands', () => {
    expect([...writeWav({ rate: 8000, samples: Int16Array.of(1, -1) })]).toStrictEqual([
      ...file(['fmt ', format({ rate: 8000 })], ['data', [1, 0, 0xff, 0xff]]),
    ])
  })

  it('is read past chunks that are not about the audio, also of odd length', () => {
    const bytes = file(['LIST', [1, 2, 3]], ['fmt ', format()], ['fact', [9]], ['data', [5, 0]])
    expect(parseWav(bytes)).toStrictEqual({ rate: 16_000, samples: Int16Array.of(5) })
  })

  it('is read from a part of a larger buffer', () => {
    const bytes = writeWav({ rate: 8000, samples: Int16Array.of(1, 2, 3) })
    const larger = new Uint8Array(bytes.length + 7)
    larger.set(bytes, 7)
    expect(parseWav(larger.subarray(7))).toStrictEqual({
      rate: 8000,
      samples: Int16Array.of(1, 2, 3),
    })
  })

  it('of two channels becomes mono', () => {
    const data = [...toBytes(Int16Array.of(100, 300, -5, -7))]
    const bytes = file(['fmt ', format({ channels: 2 })], ['data', data])
    expect(parseWav(bytes)).toStrictEqual({ rate: 16_000, samples: Int16Array.of(200, -6) })
  })

  it('in the extensible form is read', () => {
    const extension = [
      ...uint16(22),
      ...uint16(16),
      ...uint32(4),
      ...uint16(1),
      ...Array(14).fill(0),
    ]
    const bytes = file(['fmt ', [...format({ tag: 0xff_fe }), ...extension]], ['data', [5, 0]])
    expect(parseWav(bytes)).toStrictEqual({ rate: 16_000, samples: Int16Array.of(5) })
  })

  it.each([0, 0xff_ff_ff_ff])(
    'that was written to a pipe, with the size %i, is read to its end',
    (size) => {
      const bytes = writeWav({ rate: 8000, samples: Int16Array.of(1, 2) })
      new DataView(bytes.buffer).setUint32(40, size, true)
      expect(parseWav(bytes)).toStrictEqual({ rate: 8000, samples: Int16Array.of(1, 2) })
    },
  )

  it.each([
    [file(['fmt ', format({ tag: 7, bits: 8 })], ['data', [0]]), 'is a WAV file of µ-law'],
    [
      file(['fmt ', format({ tag: 3, bits: 32 })], ['data', [0]]),
      'is a WAV file of floating-point numbers',
    ],
    [file(['fmt ', format({ tag: 17, bits: 4 })], ['data', [0]]), 'is a WAV file of format 17'],
    [file(['fmt ', format({ bits: 24 })], ['data', [0]]), 'is a WAV file of 24 bit'],
    [file(['fmt ', format({ channels: 6 })], ['data', [0]]), 'is a WAV file of 6 channels'],
    [file(['fmt ', format()]), 'is a WAV file without data'],
    [file(['data', [0, 0]]), 'is a WAV file without a format before its data'],
    [file(['fmt ', [1, 0]]), 'is a WAV file that breaks off'],
    [file(['fmt ', format()]).subarray(0, 30), 'is a WAV file that breaks off'],
    [Uint8Array.of(1, 2, 3), 'is not a WAV file'],
  ])('that cannot be used says why', (bytes, why) => {
    expect(parseWav(bytes)).toBe(why)
  })
})
