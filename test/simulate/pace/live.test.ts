import { describe, expect, it } from 'vitest'
import { Arrivals, appInMemory } from '../../../bench/live/app'
import { keepCalling } from '../../../bench/live/callers'

/** As `npm run bench:live`, which goes on for ten minutes, over HTTP, and measures. */
const count = 200
const seconds = 20

describe('a platform with the wall clock, and createVoiceApp behind it,', () => {
  it('has 200 calls at once, in which each webhook arrives the first time', async () => {
    const arrivals = new Arrivals()
    const load = await keepCalling(appInMemory(arrivals), count, seconds)
    expect(load.errors).toStrictEqual([])
    expect(load.mostAtOnce).toBe(count)
    expect([...load.ends.keys()].sort()).toStrictEqual(['closed', 'completed', 'hung-up'])
    expect(load.repeated).toBe(0)
    expect(arrivals.answers).toBe(load.deliveries)
    expect([...arrivals.statuses.keys()].sort()).toStrictEqual([200, 204])
    // Each call has at least four events and the answer webhook.
    const calls = [...load.ends.values()].reduce((sum, ends) => sum + ends, 0)
    expect(calls).toBeGreaterThan(count)
    expect(load.deliveries).toBeGreaterThanOrEqual(calls * 5)
    // No webhook comes before its time: timestamps are whole milliseconds of another clock of the machine.
    expect(Math.min(...arrivals.lateness)).toBeGreaterThanOrEqual(-50)
  }, 60_000)
})
