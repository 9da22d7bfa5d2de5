import { describe, expect, it } from 'vitest'
import { mostBuffered, Playout } from '../../../src/simulate/media/playout'

function makePlayout() {
  const reached: unknown[] = []
  const playout = new Playout(8000, (payload) => reached.push(payload))
  return { playout, reached }
}

const frame = (value: number) => new Int16Array(160).fill(value)

describe('the audio that waits to be played', () => {
  it('is played in order', () => {
    const { playout } = makePlayout()
    playout.add(frame(1))
    playout.add(frame(2))
    expect(playout.seconds).toBe(0.04)
    expect(playout.take()).toStrictEqual({ rate: 8000, samples: frame(1) })
    expect(playout.take()).toStrictEqual({ rate: 8000, samples: frame(2) })
    expect(playout.take()).toBeUndefined()
    expect(playout.seconds).toBe(0)
  })

  it('holds 3,072 frames, and takes more as soon as one was played', () => {
    const { playout } = makePlayout()
    for (let count = 0; count < mostBuffered; count++) expect(playout.add(frame(1))).toBe(true)
    expect(mostBuffered).toBe(3072)
    expect(playout.add(frame(1))).toBe(false)
    playout.take()
    expect(playout.add(frame(1))).toBe(true)
    expect(playout.add(frame(1))).toBe(false)
  })

  it('reaches a mark when what came before it has been played', () => {
    const { playout, reached } = makePlayout()
    playout.add(frame(1))
    playout.mark('after one')
    playout.add(frame(2))
    playout.take()
    expect(reached).toStrictEqual([])
    playout.take()
    expect(reached).toStrictEqual(['after one'])
    playout.mark('at the end')
    playout.take()
    expect(reached).toStrictEqual(['after one', 'at the end'])
  })

  it('is dropped by a clear, with its marks', () => {
    const { playout, reached } = makePlayout()
    playout.add(frame(1))
    playout.mark('never')
    playout.clear()
    expect(playout.seconds).toBe(0)
    expect(playout.take()).toBeUndefined()
    expect(reached).toStrictEqual([])
  })

  it('does not count marks as frames', () => {
    const { playout } = makePlayout()
    for (let count = 0; count < 5000; count++) playout.mark(count)
    expect(playout.seconds).toBe(0)
    expect(playout.add(frame(1))).toBe(true)
  })
})
