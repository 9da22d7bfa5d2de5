import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, rateOf, samplesOf } from '../../../src/simulate/media/frame'
import { isAudible, mix, toBytes, toSamples } from '../../../src/simulate/media/pcm'
import { tone } from './tone'

describe('a frame', () => {
  it.each([
    [8000, 160, 320],
    [16_000, 320, 640],
    [24_000, 480, 960],
  ] as const)('at %i samples a second has %i samples in %i bytes', (rate, samples, bytes) => {
    expect(samplesOf(rate)).toBe(samples)
    expect(bytesOf(rate)).toBe(bytes)
  })

  it.each([
    ['audio/l16;rate=8000', 8000],
    ['audio/l16; rate=24000', 24_000],
    ['AUDIO/L16;rate=16000', 16_000],
    ['audio/l16;rate=44100', undefined],
    ['audio/wav', undefined],
    [undefined, undefined],
  ])('of %j has the rate %j', (contentType, rate) => {
    expect(rateOf(contentType)).toBe(rate)
  })
})

describe('samples', () => {
  it('are written little-endian', () => {
    expect(toBytes(Int16Array.of(1, -2, 0x1234))).toStrictEqual(
      Uint8Array.of(1, 0, 0xfe, 0xff, 0x34, 0x12),
    )
  })

  it('are read as they were written, wherever the bytes begin', () => {
    fc.assert(
      fc.property(fc.int16Array(), fc.nat(3), (samples, offset) => {
        const bytes = new Uint8Array(offset + samples.length * 2)
        bytes.set(toBytes(samples), offset)
        expect([...toSamples(bytes.subarray(offset))]).toStrictEqual([...samples])
      }),
    )
  })

  it('end before an odd byte', () => {
    expect(toSamples(Uint8Array.of(1, 0, 7))).toStrictEqual(Int16Array.of(1))
  })

  it('are audible from the level of quiet speech on', () => {
    expect(isAudible(new Int16Array(160))).toBe(false)
    expect(isAudible(tone(440, 8000, 0.02, 100))).toBe(false)
    expect(isAudible(tone(440, 8000, 0.02, 1000))).toBe(true)
  })
})

describe('a mix', () => {
  it('of one voice is that voice', () => {
    const voice = tone(440, 8000, 0.02)
    expect(mix([voice])).toStrictEqual(voice)
  })

  it('adds voices, and stays at the limit where they exceed it', () => {
    const loud = Int16Array.of(30_000, -30_000, 5, -7)
    const other = Int16Array.of(10_000, -10_000, 6, 3)
    expect(mix([loud, other])).toStrictEqual(Int16Array.of(32_767, -32_768, 11, -4))
  })

  it('of any voices never overflows, and leaves them as they are', () => {
    const voice = fc.int16Array({ minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(voice, { minLength: 2, maxLength: 6 }), (voices) => {
        const before = voices.map((one) => [...one])
        const mixed = mix(voices as Int16Array<ArrayBuffer>[])
        expect(voices.map((one) => [...one])).toStrictEqual(before)
        for (const [index, sample] of mixed.entries()) {
          const sum = voices.reduce((total, one) => total + (one[index] ?? 0), 0)
          expect(sample).toBe(Math.max(-32_768, Math.min(32_767, sum)))
        }
      }),
    )
  })
})
