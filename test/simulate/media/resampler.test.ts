import { describe, expect, it } from 'vitest'
import { sampleRates, samplesOf } from '../../../src/simulate/media/frame'
import { Resampler } from '../../../src/simulate/media/resampler'
import { strengthOf, tone } from './tone'

const pairs = sampleRates.flatMap((from) =>
  sampleRates.filter((to) => to !== from).map((to) => [from, to] as const),
)

/** Without the first and the last 10 ms, where silence plays a part. */
function inner(samples: Int16Array, rate: number): Int16Array {
  return samples.subarray(rate / 100, samples.length - rate / 100)
}

describe('a conversion', () => {
  it.each([
    ...pairs,
    [44_100, 24_000],
    [22_050, 24_000],
    [11_025, 16_000],
    [48_000, 24_000],
  ] as const)('from %i to %i keeps duration, pitch and level', (from, to) => {
    const converted = new Resampler(from, to).convert(tone(1000, from, 1))
    expect(converted.length).toBe(to)
    expect(strengthOf(1000, inner(converted, to), to)).toBeGreaterThan(7900)
    expect(strengthOf(1000, inner(converted, to), to)).toBeLessThan(8100)
  })

  it('to a lower rate removes what that cannot hold', () => {
    const converted = inner(new Resampler(24_000, 8000).convert(tone(7000, 24_000, 1)), 8000)
    // It would come out as a tone of 1,000 Hz.
    expect(strengthOf(1000, converted, 8000)).toBeLessThan(80)
  })

  it('to a higher rate adds no tones', () => {
    const converted = inner(new Resampler(8000, 24_000).convert(tone(1000, 8000, 1)), 24_000)
    expect(strengthOf(7000, converted, 24_000)).toBeLessThan(80)
  })

  it('keeps the level of a constant, and never overflows', () => {
    const loud = new Int16Array(800).fill(32_767)
    const converted = inner(new Resampler(8000, 24_000).convert(loud), 24_000)
    expect(Math.min(...converted)).toBeGreaterThan(32_700)
  })
})

describe('a stream', () => {
  it.each(pairs)('from %i to %i, frame by frame, is the whole, a little later', (from, to) => {
    const whole = tone(700, from, 0.2)
    const streaming = new Resampler(from, to)
    const size = samplesOf(from)
    const pieces = Array.from({ length: 10 }, (_, frame) =>
      streaming.push(whole.subarray(frame * size, (frame + 1) * size)),
    )
    expect(pieces.map((piece) => piece.length)).toStrictEqual(Array(10).fill(samplesOf(to)))
    const streamed = Int16Array.from(pieces.flatMap((piece) => [...piece]))
    const atOnce = new Resampler(from, to).convert(whole)
    const late = streamed.indexOf(atOnce.find((sample) => sample > 4000) ?? 0)
    const early = atOnce.findIndex((sample) => sample > 4000)
    expect(late - early).toBeLessThan(to * 0.003)
    expect(strengthOf(700, inner(streamed, to), to)).toBeGreaterThan(7800)
  })
})
