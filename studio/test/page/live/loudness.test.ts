import { describe, expect, it } from 'vitest'
import { loudnessOf } from '../../../page/live/loudness'

/** 20 ms at 16,000 samples a second. */
const frame = (level: number) => new Int16Array(320).fill(level)

describe('the loudness of samples', () => {
  it.each([
    [0, 0],
    [33, 0],
    [1036, 0.5],
    [32_767, 1],
  ])('of a level of %i is %f', (level, loudness) => {
    expect(loudnessOf(frame(level))).toBeCloseTo(loudness, 2)
  })

  it('of no samples is nothing', () => {
    expect(loudnessOf(new Int16Array(0))).toBe(0)
  })
})
