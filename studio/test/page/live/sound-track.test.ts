import { describe, expect, it } from 'vitest'
import { loudnessOf } from '../../../page/live/loudness'
import { SoundTrack } from '../../../page/live/sound-track'

/** 20 ms at 16,000 samples a second. */
const frame = (level: number) => new Int16Array(320).fill(level)

describe('a track of sound', () => {
  it('joins frames that follow each other, even if their times are a little off', () => {
    const track = new SoundTrack()
    track.add(frame(1), 16_000, 1)
    track.add(frame(2), 16_000, 1.06)
    track.add(frame(3), 16_000, 1.02)
    const [piece, ...others] = track.between(0, 9)
    expect(others).toStrictEqual([])
    expect([piece?.at, piece?.samples.length]).toStrictEqual([1, 960])
    expect([piece?.samples[0], piece?.samples[320], piece?.samples[640]]).toStrictEqual([1, 2, 3])
  })

  it('begins anew after a pause, and at another rate', () => {
    const track = new SoundTrack()
    track.add(frame(1), 16_000, 1)
    track.add(frame(1), 16_000, 2)
    track.add(frame(1), 48_000, 2.02)
    expect(track.between(0, 9).map(({ at, rate }) => [at, rate])).toStrictEqual([
      [1, 16_000],
      [2, 16_000],
      [2.02, 48_000],
    ])
  })

  it('gives what was heard in a time', () => {
    const track = new SoundTrack()
    for (const at of [1, 2, 3]) track.add(frame(at), 16_000, at)
    expect(track.between(1.01, 3).map(({ at }) => at)).toStrictEqual([1, 2])
  })

  it('keeps ten minutes', () => {
    const track = new SoundTrack()
    for (let second = 0; second < 700; second++) track.add(new Int16Array(8000), 8000, second)
    expect(track.between(0, 1000).map(({ samples }) => samples.length)).toStrictEqual([600 * 8000])
  })
})

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
