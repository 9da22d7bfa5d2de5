import { describe, expect, it, vi } from 'vitest'

// The queue keeps its line in the memory of a module, and other tests leave callers in it.
vi.resetModules()
const { examples } = await import('../../../examples/index')
const { makePlatform, play } = await import('./scripts')

const names = Object.keys(examples)
// Before timers are faked.
const turn = setImmediate

/** Plays the script of an example with the wall clock, whose time passes at once, but not while the app answers. */
async function playAtOnce(name: string) {
  vi.useFakeTimers()
  try {
    const platform = makePlatform({ pace: 'real', websockets: 'simulated' })
    const isAppBusy = () =>
      platform.calls.some(({ webhooks }) => webhooks.some(({ answer }) => answer === undefined))
    const playing = play(name, platform)
    let isOver = false
    void playing.finally(() => {
      isOver = true
    })
    while (!isOver) {
      for (let turns = 0; turns < 5; turns++) await new Promise<void>((resolve) => turn(resolve))
      if (!isAppBusy()) await vi.advanceTimersToNextTimerAsync()
    }
    return await playing
  } finally {
    vi.useRealTimers()
  }
}

describe('a script gives the same timeline on both clocks, to the millisecond, if the app takes no time:', () => {
  it.each(names)('%s', async (name) => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    expect(await playAtOnce(name)).toStrictEqual(await play(name, makePlatform()))
  })
})

/** Twenty seconds pass in one. */
const speed = 20
/** The time within which something still belongs to a moment, in seconds of the platform. */
const tick = 0.02 * speed

describe.concurrent('a script gives the same timeline while time passes,', () => {
  it.each(names)('and only the app takes time: %s', async (name) => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    const virtual = await play(name, makePlatform())
    const real = await play(name, makePlatform({ pace: 'real', speed }))
    const timeless = ({ times, ...rest }: (typeof real)[number]) => rest
    expect(real.map(timeless)).toStrictEqual(virtual.map(timeless))
    for (const [call, { times }] of real.entries()) {
      const early = times.map((at, place) => (virtual[call]?.times[place] ?? 0) - at)
      expect(Math.max(...early)).toBeLessThanOrEqual(tick)
    }
  })
})
