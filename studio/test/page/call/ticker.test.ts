import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CallRun } from '../../../page/call/call-run'
import { Ticker } from '../../../page/call/ticker'
import { menu } from './support/menu'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function ticking() {
  const run = new CallRun({
    answerUrl: 'https://app.example.com/answer',
    fetch: (request) => menu(request),
    settings: {},
    startsAt: '2026-11-27T09:00:00.000Z',
  })
  // A request has a timer for its deadline, which the fake clock would hold.
  await run.dial()
  const ticker = new Ticker(
    () => {},
    (error) => expect.unreachable(String(error)),
  )
  ticker.start(run)
  return { run, ticker }
}

describe('the ticker of a call', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 4],
    [0, 0],
  ] as const)('lets time pass %i times as fast', async (speed, seconds) => {
    const { run, ticker } = await ticking()
    ticker.speed = speed
    await vi.advanceTimersByTimeAsync(1000)
    expect(run.platform.now).toBeCloseTo(seconds, 1)
    ticker.stop()
  })

  it('goes at once to where the caller is waited for, and no further', async () => {
    const { run, ticker } = await ticking()
    ticker.speed = 'at once'
    await vi.advanceTimersByTimeAsync(5000)
    expect(run.platform.now).toBe(2)
    ticker.stop()
  })

  it('waits after a speech, which has taken its time already', async () => {
    const { run, ticker } = await ticking()
    await ticker.inTurn(() => run.passUntil(3))
    await vi.advanceTimersByTimeAsync(1000)
    expect(run.platform.now).toBe(3)
    ticker.catchUp()
    await vi.advanceTimersByTimeAsync(1000)
    expect(run.platform.now).toBeCloseTo(4, 1)
    ticker.stop()
  })

  it('stands still while the app cannot be asked', async () => {
    const { run, ticker } = await ticking()
    ticker.isHeld = true
    await vi.advanceTimersByTimeAsync(1000)
    expect(run.platform.now).toBe(0)
    ticker.isHeld = false
    await vi.advanceTimersByTimeAsync(1000)
    expect(run.platform.now).toBeCloseTo(1, 1)
    ticker.stop()
  })

  it('ends with the call', async () => {
    const { run, ticker } = await ticking()
    await ticker.inTurn(() => run.perform({ kind: 'hang-up' }))
    await vi.advanceTimersByTimeAsync(1000)
    expect(vi.getTimerCount()).toBe(0)
  })
})
