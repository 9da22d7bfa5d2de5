import { describe, expect, it } from 'vitest'
import { BurstDetector, pause } from '../../../src/simulate/media/burst'
import { Turns } from '../../../src/simulate/media/turns'

describe('a burst of audio', () => {
  /** Pushes frames of 20 ms: `#` is audible, `.` is not. Returns what happened at which frame. */
  function detect(frames: string) {
    const detector = new BurstDetector()
    const events = [...frames].flatMap((frame, index) => {
      const event = detector.push(frame === '#')
      return event ? [[index, event]] : []
    })
    return { events, seconds: detector.seconds }
  }

  it('begins with the first audible frame, and ends with a pause of half a second', () => {
    expect(pause).toBe(0.5)
    const { events, seconds } = detect(`...##${'.'.repeat(30)}###..`)
    expect(events).toStrictEqual([
      [3, 'began'],
      [29, 'ended'],
      [35, 'began'],
    ])
    expect(seconds).toBe(0.06)
  })

  it('goes on over shorter pauses', () => {
    expect(detect(`##${'.'.repeat(20)}##${'.'.repeat(20)}#`).events).toStrictEqual([[0, 'began']])
  })
})

describe('turns', () => {
  function makeTurns() {
    const silences: number[] = []
    return { turns: new Turns((seconds) => silences.push(seconds)), silences }
  }

  it('measure from the end of the speech to the first audio back', () => {
    const { turns } = makeTurns()
    turns.hear(1.02)
    turns.hear(1.04)
    expect(turns.answer(1.5)).toStrictEqual({ spokenUntil: 1.04, answeredAt: 1.5, seconds: 0.46 })
    // The answer goes on after a pause.
    expect(turns.answer(3)).toBeUndefined()
    turns.hear(5)
    expect(turns.answer(5)).toMatchObject({ seconds: 0 })
    expect(turns.all.map(({ seconds }) => seconds)).toStrictEqual([0.46, 0])
  })

  it('do not count a greeting, or audio that talks over the speech', () => {
    const { turns } = makeTurns()
    expect(turns.answer(0.5)).toBeUndefined()
    turns.hear(2.02)
    expect(turns.answer(2)).toBeUndefined()
    turns.hear(2.04)
    turns.talkOver(2.02)
    turns.talkOver(2.04)
    expect(turns.answer(4)).toBeUndefined()
    expect(turns.all).toStrictEqual([])
  })

  it('tell once of a long silence', () => {
    const { turns, silences } = makeTurns()
    turns.await(100)
    turns.hear(101)
    for (const at of [105.9, 106, 106.1, 120]) turns.await(at)
    expect(silences).toStrictEqual([5])
    // The answer may still come.
    expect(turns.answer(121)).toMatchObject({ seconds: 20 })
    turns.await(200)
    turns.hear(300)
    turns.await(306)
    expect(silences).toStrictEqual([5, 5])
  })
})
