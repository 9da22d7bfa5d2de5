import { callOut, createPlatform, dial, type Platform } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answering, connect, keys, talk } from '../../support/answering'
import { eventually } from '../../support/eventually'
import { failure } from '../../support/failure'

/** Platforms of a test, which end with it. */
const platforms: Platform[] = []
const realPlatform = (options: object = {}) => {
  const platform = createPlatform({ pace: 'real', speed: 100, ...options })
  platforms.push(platform)
  return platform
}

afterEach(async () => {
  await Promise.all(platforms.splice(0).map((platform) => platform.close()))
  vi.restoreAllMocks()
})

const seconds = () => performance.now() / 1000

/** A promise, and what resolves it. */
function gate() {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  return { released, release }
}

/** The time between two moments, in seconds. */
const apart = (one?: { readonly at: number }, other?: { readonly at: number }) =>
  Math.round(((other?.at ?? 0) - (one?.at ?? 0)) * 1000) / 1000

describe("a platform with pace: 'real'", () => {
  it('runs by itself', async () => {
    const platform = realPlatform()
    const call = await dial([talk('Hello.'), { action: 'wait', timeout: 5 }], { platform })
    expect(call.ended).toBeUndefined()
    await eventually(() => expect(call.ended?.reason).toBe('completed'))
    const [dialled] = call.timeline
    expect(apart(dialled, call.ended)).toBe(5.4)
    expect(call.heard).toStrictEqual(['Hello.'])
  })

  it('goes with the wall clock, unless it is told another speed', async () => {
    const platform = realPlatform({ speed: undefined })
    const begin = seconds()
    await platform.wait(0.3)
    expect(seconds() - begin).toBeGreaterThanOrEqual(0.299)
    expect(platform.now).toBeGreaterThanOrEqual(0.3)
    const fast = realPlatform({ speed: 100 })
    const before = seconds()
    await fast.wait(30)
    expect(fast.now).toBeGreaterThanOrEqual(30)
    expect(seconds() - before).toBeGreaterThanOrEqual(0.299)
    expect(fast.now / (seconds() - before)).toBeGreaterThan(50)
  })

  it('writes the time of the machine, or that from startsAt on', async () => {
    const app = answering({ '/answer': [talk('Hello.')], '/event': undefined })
    const before = Date.now()
    const now = await dial(app, { platform: realPlatform({ speed: 1 }), eventUrl: '/event' })
    await eventually(() => expect(now.webhooks.length).toBeGreaterThan(0))
    const written = Date.parse(String(now.webhooks[0]?.fields.timestamp))
    expect(written).toBeGreaterThanOrEqual(before)
    expect(written).toBeLessThanOrEqual(Date.now())
    const platform = realPlatform({ startsAt: '2026-12-24T09:00:00Z' })
    const then = await dial(app, { platform, eventUrl: '/event' })
    await eventually(() => expect(then.webhooks.length).toBeGreaterThan(0))
    expect(then.webhooks[0]?.fields.timestamp).toMatch(/^2026-12-24T09:00/)
  })

  it('does what people do at once, and waits for nobody', async () => {
    const platform = realPlatform({ speed: 1 })
    const answers = answering({ '/answer': [keys({ maxDigits: 1 })], '/chosen': [connect()] })
    const { released, release } = gate()
    const app = async (request: Request) => {
      if (request.url.endsWith('/chosen')) await released
      return answers(request)
    }
    const call = await dial(app, { platform })
    await call.wait()
    expect(call.state).toBe('listening')
    await call.press('1')
    expect(call.state).toBe('asking')
    release()
    await call.wait()
    expect(call.state).toBe('connecting')
    const [leg] = call.legs
    await leg?.answer()
    expect(call.state).toBe('connected')
    await call.hangUp()
    expect(call.ended?.reason).toBe('hung-up')
    expect(platform.now).toBeLessThan(30)
  })

  it('takes the time between keys, and the time of speech', async () => {
    const platform = realPlatform()
    const call = await dial([{ action: 'record', endOnKey: '#' }], { platform })
    await call.wait()
    await call.press('12')
    await call.say('It is Ada.', { seconds: 3 })
    await call.press('#')
    const times = call.timeline.filter(({ type }) => type === 'pressed' || type === 'said')
    const [one, two, said, hash] = times
    expect(apart(one, two)).toBeGreaterThanOrEqual(0.25)
    expect(apart(said, hash)).toBeGreaterThanOrEqual(3)
  })

  it('does not let a call wait for a slow webhook of another, nor of its own events', async () => {
    const platform = realPlatform({ speed: 1 })
    const { released, release } = gate()
    const answers = answering({ '/answer': [keys()], '/event': undefined })
    const app = async (request: Request) => {
      if (request.url.endsWith('/event')) await released
      return answers(request)
    }
    const slow = await dial(app, { platform, eventUrl: '/event' })
    const other = await dial(app, { platform })
    await other.wait()
    await slow.wait()
    expect([slow.state, other.state]).toStrictEqual(['listening', 'listening'])
    expect(slow.timeline.some((entry) => entry.type === 'webhook' && entry.kind === 'event')).toBe(
      false,
    )
    release()
    await eventually(() =>
      expect(slow.webhooks.filter(({ answer }) => answer?.status === 204)).toHaveLength(3),
    )
  })

  it('sends the webhooks of a call in order', async () => {
    const platform = realPlatform({ speed: 1 })
    const statuses: unknown[] = []
    const app = async (request: Request) => {
      const { status = 'answer' } = request.method === 'POST' ? await request.json() : {}
      // The first ones take longest.
      await new Promise((resolve) => setTimeout(resolve, 20 - 5 * statuses.length))
      statuses.push(status)
      return status === 'answer' ? Response.json([talk('Hi')]) : new Response(null, { status: 204 })
    }
    const call = await dial(app, { platform, eventUrl: '/event' })
    await eventually(() => expect(statuses.at(-1)).toBe('completed'))
    expect(statuses).toStrictEqual(['started', 'ringing', 'answer', 'answered', 'completed'])
    expect(call.ended?.reason).toBe('completed')
  })

  it('gives up on a webhook after real seconds, and tries again', async () => {
    vi.useFakeTimers()
    const platform = realPlatform({ speed: 1 })
    const call = await dial(() => new Promise<Response>(() => {}), { platform })
    await vi.advanceTimersByTimeAsync(4_999)
    expect(call.webhooks).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(5_001)
    expect(call.ended).toStrictEqual({ at: 10, reason: 'no-ncco' })
    expect(call.webhooks).toHaveLength(2)
    vi.useRealTimers()
  })

  it('refuses a pace of the call', async () => {
    const platform = realPlatform()
    for (const pace of ['natural', 'manual'] as const) {
      const error = await failure(dial([talk('Hi')], { platform, pace }))
      expect(error.message).toContain('pace must be absent on a platform whose pace is real')
      const called = callOut([talk('Hi')], { platform, pace, to: '447700900001' })
      expect((await failure(called)).code).toBe('simulator-option')
    }
  })

  it('refuses a speed without it', () => {
    expect(() => createPlatform({ speed: 2 })).toThrow(/^simulator-option: speed must be absent/)
  })

  describe('has an error', () => {
    const notify = { action: 'notify', payload: {}, eventUrl: ['https://app.example.com/step'] }
    const circle = answering({ '/answer': [notify], '/step': [notify] })

    it('for who waits for the call', async () => {
      const onError = vi.fn()
      const call = await dial(circle, { platform: realPlatform({ speed: 1, onError }) })
      expect((await failure(call.wait(60))).code).toBe('loop-without-pause')
      expect(call.ended?.reason).toBe('loop')
      expect(onError).not.toHaveBeenCalled()
    })

    it('for onError, if nobody waits', async () => {
      const onError = vi.fn()
      await dial(circle, { platform: realPlatform({ speed: 1, onError }) })
      await eventually(() => expect(onError).toHaveBeenCalledOnce())
      expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'loop-without-pause' }))
    })

    it('for the console, if there is no onError', async () => {
      const written = vi.spyOn(console, 'error').mockReturnValue()
      const call = await dial([keys(), keys()], { platform: realPlatform({ maxSeconds: 4 }) })
      await eventually(() => expect(written).toHaveBeenCalledOnce())
      expect(written).toHaveBeenCalledWith(expect.objectContaining({ code: 'endless-call' }))
      expect(call.ended?.reason).toBe('endless')
    })

    it('for the console, if onError throws', async () => {
      const written = vi.spyOn(console, 'error').mockReturnValue()
      const onError = () => {
        throw new Error('Lost.')
      }
      await dial([keys(), keys()], { platform: realPlatform({ maxSeconds: 4, onError }) })
      await eventually(() => expect(written).toHaveBeenCalledWith(new Error('Lost.')))
    })
  })
})

describe.each(['real', 'virtual'] as const)("close() of a platform with pace: '%s'", (pace) => {
  const statuses: unknown[] = []
  const answers = answering({ '/answer': [keys()], '/event': undefined })
  const app = async (request: Request) => {
    if (request.method === 'POST') statuses.push((await request.clone().json()).status)
    return answers(request)
  }

  it('ends every call, and delivers their last events', async () => {
    statuses.length = 0
    const platform = createPlatform({ pace })
    const calls = [
      await dial(app, { platform, eventUrl: '/event' }),
      await callOut(app, { platform, eventUrl: '/event', to: '447700900009' }),
    ]
    await calls[0]?.wait(0.1)
    await platform.close()
    expect(calls.map(({ ended }) => ended?.reason)).toStrictEqual(['closed', 'closed'])
    expect(statuses.filter((status) => status === 'completed')).toHaveLength(2)
    expect(statuses).toContain('cancelled')
    await platform.close()
  })

  it('lets a slow last event come', async () => {
    const platform = createPlatform({ pace, ...(pace === 'real' && { speed: 100 }) })
    const faults = ({ status }: { status?: string | undefined }) =>
      status === 'completed' ? { slow: 4 } : undefined
    const call = await dial(app, { platform, eventUrl: '/event', faults })
    await platform.close()
    expect(call.webhooks.at(-1)).toMatchObject({ status: 'completed', answer: { status: 204 } })
  })

  it('refuses what comes after it', async () => {
    const platform = createPlatform({ pace })
    const call = await dial(app, { platform })
    await platform.close()
    expect((await failure(dial(app, { platform }))).code).toBe('platform-closed')
    expect((await failure(platform.wait(1))).code).toBe('platform-closed')
    expect((await failure(call.hangUp())).code).toBe('call-over')
  })
})

it('close() ends what waits for real', async () => {
  vi.useFakeTimers()
  const platform = createPlatform({ pace: 'real' })
  const call = await dial([keys()], { platform })
  const waiting = [platform.wait(1000), call.wait(1000)]
  const ends = Promise.allSettled(waiting)
  await platform.close()
  expect(await ends).toMatchObject([
    { status: 'rejected', reason: { code: 'platform-closed' } },
    { status: 'fulfilled' },
  ])
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})
