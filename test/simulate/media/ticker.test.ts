import { describe, expect, it } from 'vitest'
import { Ticker } from '../../../src/simulate/media/ticker'

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a ticker', () => {
  it('makes up for ticks that it missed, so that it has no drift', async () => {
    let ticks = 0
    let last = 0
    const ticker = new Ticker(20, () => {
      ticks++
      last = performance.now()
    })
    const start = performance.now()
    ticker.start()
    ticker.start()
    for (let round = 0; round < 5; round++) {
      await later(30)
      const until = performance.now() + 100
      while (performance.now() < until);
    }
    await later(25)
    ticker.stop()
    expect(ticks).toBeLessThanOrEqual((last - start) / 20)
    expect(ticks).toBeGreaterThan((last - start) / 20 - 3)
    const stoppedAt = ticks
    await later(50)
    expect(ticks).toBe(stoppedAt)
    expect(ticker.isRunning).toBe(false)
  })

  it('leaves out what it missed in more than a second', async () => {
    let ticks = 0
    const ticker = new Ticker(20, () => ticks++)
    ticker.start()
    const until = performance.now() + 1300
    while (performance.now() < until);
    await later(1)
    ticker.stop()
    expect(ticks).toBeLessThan(55)
  })

  it('catches up before its timer comes, each tick once', async () => {
    let ticks = 0
    const ticker = new Ticker(20, () => {
      ticks++
      ticker.catchUp()
    })
    ticker.catchUp()
    expect(ticks).toBe(0)
    ticker.start()
    ticker.catchUp()
    expect(ticks).toBe(0)
    const begun = performance.now()
    while (performance.now() < begun + 110);
    ticker.catchUp()
    const caughtUp = ticks
    expect(caughtUp).toBeGreaterThanOrEqual(5)
    ticker.catchUp()
    await later(45)
    ticker.stop()
    // No timer of before ticks beside the new one.
    expect(ticks).toBeGreaterThan(caughtUp)
    expect(ticks).toBeLessThanOrEqual((performance.now() - begun) / 20 + 1)
    const stoppedAt = ticks
    await later(45)
    ticker.catchUp()
    expect(ticks).toBe(stoppedAt)
  })

  it('stops in a tick', async () => {
    let ticks = 0
    const ticker = new Ticker(1, () => {
      ticks++
      ticker.stop()
    })
    ticker.start()
    await later(30)
    expect(ticks).toBe(1)
  })
})
