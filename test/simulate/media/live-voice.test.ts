import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LiveVoice } from '../../../src/simulate/media/live-voice'
import { strengthOf, tone } from './tone'

/** Everything that a voice gives, frame after frame. */
function drain(voice: LiveVoice): Int16Array[] {
  const frames: Int16Array[] = []
  for (let frame = voice.take(); frame; frame = voice.take()) frames.push(frame.samples)
  return frames
}

/** The frames of samples that are said in pieces of these lengths. */
function spoken(rate: number, samples: Int16Array, lengths: readonly number[]): Int16Array[] {
  const voice = new LiveVoice(rate)
  for (let turn = 0, place = 0; place < samples.length; turn++) {
    const end = place + (lengths[turn % lengths.length] as number)
    voice.push(samples.subarray(place, end))
    place = end
  }
  return drain(voice)
}

describe('live speech', () => {
  it.each([
    [8000, 8000],
    [16_000, 16_000],
    [11_050, 16_000],
    [22_050, 24_000],
    [44_100, 24_000],
    [48_000, 24_000],
  ])('at %i samples a second comes out at %i, in frames of 20 ms', (rate, converted) => {
    const frames = spoken(rate, tone(1000, rate, 0.24), [rate / 100])
    expect(new Set(frames.map(({ length }) => length))).toStrictEqual(new Set([converted / 50]))
    expect(frames.length).toBe(12)
    const samples = Int16Array.from(frames.flatMap((frame) => [...frame])).subarray(converted / 50)
    expect(strengthOf(1000, samples, converted)).toBeGreaterThan(7500)
    expect(strengthOf(1000, samples, converted)).toBeLessThan(8100)
  })

  it('is the same, whatever the pieces that it comes in', () => {
    const said = tone(400, 48_000, 0.12)
    const whole = spoken(48_000, said, [960])
    const lengths = fc.array(fc.integer({ min: 1, max: 1900 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lengths, (pieces) => {
        expect(spoken(48_000, said, pieces)).toStrictEqual(whole)
      }),
    )
    expect(whole).toHaveLength(6)
  })

  it('waits for three frames after a gap, so that it does not stutter', () => {
    const voice = new LiveVoice(16_000)
    const frame = tone(400, 16_000, 0.02)
    voice.push(frame)
    voice.push(frame)
    expect(voice.take()).toBe(undefined)
    voice.push(frame)
    expect(drain(voice)).toHaveLength(3)
    voice.push(frame)
    expect(voice.take()).toBe(undefined)
  })

  it('drops what is old if it comes faster than time passes', () => {
    const voice = new LiveVoice(8000)
    for (let frame = 1; frame <= 40; frame++) voice.push(new Int16Array(160).fill(frame))
    expect(drain(voice).map(([first]) => first)).toStrictEqual(
      Array.from({ length: 15 }, (_, index) => index + 26),
    )
  })
})
