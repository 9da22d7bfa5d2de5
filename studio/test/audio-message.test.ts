import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAudioMessage, toAudioMessage } from '../src/audio-message'

describe('a message of audio', () => {
  it('is read as it was written, wherever its bytes begin', () => {
    const fields = {
      id: fc.nat(2 ** 32 - 1),
      rate: fc.constantFrom(8000, 16_000, 24_000, 44_100, 48_000),
      samples: fc.int16Array(),
    }
    const anAudio = fc.record(fields, { noNullPrototype: true })
    fc.assert(
      fc.property(anAudio, fc.nat(3), (audio, offset) => {
        const bytes = toAudioMessage(audio)
        const moved = new Uint8Array(bytes.length + offset)
        moved.set(bytes, offset)
        expect(parseAudioMessage(moved.subarray(offset))).toStrictEqual(audio)
      }),
    )
  })

  it('has its samples in little-endian order', () => {
    const samples = Int16Array.of(1, -2)
    expect([...toAudioMessage({ id: 3, rate: 8000, samples })]).toStrictEqual([
      ...[3, 0, 0, 0],
      ...[0x40, 0x1f, 0, 0],
      ...[1, 0, 0xfe, 0xff],
    ])
  })

  it('is not read if it is too short', () => {
    expect(parseAudioMessage(new Uint8Array(7))).toBe(undefined)
  })
})
