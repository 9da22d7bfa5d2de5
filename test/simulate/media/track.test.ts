import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Ear } from '../../../src/simulate/media/ear'
import { sampleRates, samplesOf } from '../../../src/simulate/media/frame'
import { layOut, Track } from '../../../src/simulate/media/track'

const frame = (value: number) => new Int16Array(160).fill(value)

describe('the audio of a leg', () => {
  it('is kept in segments, each to its last audible frame', () => {
    const track = new Track(600)
    track.begin(1, 8000)
    track.add(frame(1), true)
    track.add(undefined, false)
    track.add(frame(2), true)
    track.add(frame(0), false)
    track.add(undefined, false)
    expect(track.end()).toBe(0.06)
    track.add(frame(9), true)
    track.begin(4, 8000)
    track.add(frame(3), true)
    const [first, second] = track.segments
    expect(first).toStrictEqual({
      at: 1,
      rate: 8000,
      seconds: 0.06,
      samples: Int16Array.from([...frame(1), ...frame(0), ...frame(2)]),
    })
    expect(second).toStrictEqual({ at: 4, rate: 8000, seconds: 0.02, samples: frame(3) })
  })

  it('is the newest up to a limit, also of a segment that goes on', () => {
    const track = new Track(3)
    track.begin(0, 8000)
    for (let count = 0; count < 60; count++) track.add(frame(1), true)
    track.end()
    track.begin(10, 8000)
    for (let count = 0; count < 1000; count++) {
      track.add(frame(2), true)
      const seconds = track.segments.reduce((sum, segment) => sum + segment.seconds, 0)
      expect(seconds).toBeLessThanOrEqual(3)
    }
    const [kept, ...others] = track.segments
    expect(others).toStrictEqual([])
    expect(kept?.seconds).toBeGreaterThan(1.9)
    expect((kept?.at ?? 0) + (kept?.seconds ?? 0)).toBeCloseTo(30)
    expect(track.end()).toBe(kept?.seconds)
  })

  it('is two segments where the clock jumps', () => {
    const track = new Track(600)
    track.begin(1, 8000)
    track.add(frame(1), true)
    track.goOn(1.5, 8000)
    track.add(frame(2), true)
    track.goOn(9, 8000)
    track.add(frame(3), true)
    expect(track.segments.map(({ at, seconds }) => [at, seconds])).toStrictEqual([
      [1, 0.04],
      [9, 0.02],
    ])
  })

  it('is not kept if the limit is 0', () => {
    const track = new Track(0)
    track.begin(0, 8000)
    for (let count = 0; count < 200; count++) track.add(frame(1), true)
    expect(track.segments).toStrictEqual([])
    track.end()
    expect(track.segments).toStrictEqual([])
  })

  it('does not change in the hands of who looked at it', () => {
    const track = new Track(600)
    track.begin(0, 8000)
    track.add(frame(1), true)
    const [before] = track.segments
    track.add(frame(2), true)
    expect(before?.seconds).toBe(0.02)
    expect(track.segments[0]?.seconds).toBe(0.04)
  })
})

describe('an ear', () => {
  it('keeps any stream of frames, up to its limit, as it was', () => {
    const frame = fc.record({
      rate: fc.constantFrom(...sampleRates),
      level: fc.constantFrom(0, 1000, 20_000),
    })
    const stream = fc.array(fc.option(frame, { nil: undefined }), { maxLength: 300 })
    fc.assert(
      fc.property(stream, fc.constantFrom(0, 0.5, 1, 3, 600), (frames, limit) => {
        const ear = new Ear(limit)
        for (const [index, one] of frames.entries()) {
          const { rate, level } = one ?? {}
          const samples = rate && new Int16Array(samplesOf(rate)).fill(level ?? 0)
          ear.push(rate && samples && { rate, samples }, index / 50)
        }
        ear.end()
        const { segments } = ear.track
        const kept = segments.reduce((sum, { seconds }) => sum + seconds, 0)
        expect(kept).toBeLessThanOrEqual(limit + 1e-6)
        for (const { rate, seconds, samples } of segments) {
          expect(samples.length).toBe(Math.round(seconds * rate))
          expect([0, 1000, 20_000]).toEqual(expect.arrayContaining([...new Set(samples)]))
        }
        if (limit < 600) return
        const loud = frames.filter((one) => (one?.level ?? 0) > 0)
        const sum = segments.reduce(
          (all, { rate, samples }) => all + samples.filter(Boolean).length / rate,
          0,
        )
        expect(sum).toBeCloseTo(loud.length / 50)
      }),
    )
  })
})

describe('segments laid out as one recording', () => {
  const segment = (at: number, rate: number, samples: Int16Array) => ({
    at,
    rate,
    seconds: samples.length / rate,
    samples,
  })

  it('have silence between them', () => {
    const { rate, samples } = layOut(
      [segment(10.02, 8000, frame(1)), segment(10.06, 8000, frame(2))],
      10,
      10.1,
    )
    expect(rate).toBe(8000)
    const silence = frame(0)
    const expected = [silence, frame(1), silence, frame(2), silence].flatMap((one) => [...one])
    expect([...samples]).toStrictEqual(expected)
  })

  it('have the highest rate among them', () => {
    const low = new Int16Array(800).fill(1000)
    const high = new Int16Array(2400).fill(2000)
    const { rate, samples } = layOut([segment(0, 8000, low), segment(0.1, 24_000, high)], 0, 0.2)
    expect(rate).toBe(24_000)
    expect(samples.length).toBe(4800)
    expect(samples[1200]).toBe(1000)
    expect(samples[3600]).toBe(2000)
  })

  it('are cut at both ends', () => {
    const samples = Int16Array.from({ length: 800 }, (_, index) => index)
    const cut = layOut([segment(0, 8000, samples)], 0.05, 0.075)
    expect([...cut.samples]).toStrictEqual([...samples.subarray(400, 600)])
    expect(layOut([], 0, 0.01)).toStrictEqual({ rate: 8000, samples: new Int16Array(80) })
    expect(layOut([], 5, 0).samples.length).toBe(0)
  })
})
