import { Talk } from 'ncco-jsx'
import { callOut, createPlatform, dial } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answering, connect, keys, talk } from '../support/answering'
import { failure } from '../support/failure'

describe('what can be dialled', () => {
  it.each([
    ['an NCCO', [talk('Hello.')]],
    ['an element', <Talk key="talk">Hello.</Talk>],
    ['a promise of an element', Promise.resolve(<Talk key="talk">Hello.</Talk>)],
    ['a function', answering({ '/answer': [talk('Hello.')] })],
    ['an object with fetch', { fetch: answering({ '/answer': [talk('Hello.')] }) }],
  ])('is %s', async (_, target) => {
    expect((await dial(target)).heard).toStrictEqual(['Hello.'])
  })

  it.each([
    ['a record', { action: 'record', timeOut: undefined }],
    ['a talk', talk('Hello.', { loop: undefined, bargeIn: undefined })],
    ['an input', { ...keys(), dtmf: { maxDigits: undefined } }],
    ['a connect', connect({ timeout: undefined }, { onAnswer: undefined })],
  ])(
    'makes no difference of %s as a value, with undefined options, and as JSON',
    async (_, action) => {
      const ncco = [action, talk('Goodbye.')]
      const [asValue, asJson] = [await dial(ncco), await dial(JSON.parse(JSON.stringify(ncco)))]
      expect(asValue.timeline).toStrictEqual(asJson.timeline)
    },
  )

  it('says in the transcript what a handler threw', async () => {
    const call = await dial(() => {
      throw new Error('The database is away.')
    })
    expect(call.ended).toStrictEqual({ at: 0, reason: 'no-ncco' })
    expect(call.transcript()).toContain('500, Error: The database is away.')
  })

  it('finds the answer URL below the base URL', async () => {
    const app = answering({ '/voice/in': [talk('Hello.')] })
    const call = await dial(app, { baseUrl: 'https://a.example/', answerUrl: '/voice/in' })
    expect(call.webhooks[0]?.url).toBe('https://a.example/voice/in')
    expect(call.heard).toStrictEqual(['Hello.'])
  })
})

describe('a handler that does not answer', () => {
  const cause =
    'No answer within 5 s of real time. Does the handler return a Response whose body ends? It must not await a call of its own platform.'
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['for ever', () => new Promise<Response>(() => {})],
    ['with the end of its body', () => new Response(new ReadableStream())],
  ])('%s is given up, as by the platform', async (_, app) => {
    vi.useFakeTimers()
    const dialled = dial(app)
    await vi.advanceTimersByTimeAsync(10_000)
    const call = await dialled
    expect(call.ended).toStrictEqual({ at: 0, reason: 'no-ncco' })
    expect(call.webhooks).toHaveLength(2)
    expect(call.transcript()).toContain(cause)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('because it awaits a call of its own platform is given up', async () => {
    vi.useFakeTimers()
    const platform = createPlatform()
    const other = talk('The other call.')
    const app = answering({ '/answer': [talk('Hello.')] })
    const dialled = dial(
      async (request) => {
        await callOut([other], { platform, to: '447700900009' })
        return app(request)
      },
      { platform },
    )
    await vi.advanceTimersByTimeAsync(10_000)
    const call = await dialled
    expect(call.ended?.reason).toBe('no-ncco')
    expect(call.transcript()).toContain(cause)
  })
})

describe('a platform', () => {
  it('knows its calls, in the order in which they began', async () => {
    const platform = createPlatform()
    const first = await dial([talk('Hello.')], { platform })
    const second = await callOut([talk('Hello.')], { platform, to: '447700900009' })
    await dial([talk('Hello.')])
    expect(platform.calls[0]).toBe(first)
    expect(platform.calls[1]).toBe(second)
    expect(platform.calls).toHaveLength(2)
  })

  it('forgets calls that are over, but for the last 1,000', async () => {
    const platform = createPlatform()
    const ringing = await callOut([talk('Hello.')], { platform, to: '447700900009' })
    for (let count = 0; count < 1_001; count++) await dial([], { platform, from: String(count) })
    expect(platform.calls).toHaveLength(1_001)
    expect(platform.calls[0]).toBe(ringing)
    expect(platform.calls[1]?.leg.endpoint.number).toBe('1')
  })

  it('starts its clock when it is told to', async () => {
    const platform = createPlatform({ startsAt: '2026-12-24T09:00:00Z' })
    await platform.wait(90)
    const app = answering({ '/answer': [talk('Hello.')], '/event': undefined })
    const call = await dial(app, { platform, eventUrl: '/event' })
    expect(call.webhooks[0]?.fields.timestamp).toBe('2026-12-24T09:01:30.000Z')
    expect(platform.now).toBe(90.4)
  })

  it('lets calls run side by side, and takes what is asked of it in turn', async () => {
    const platform = createPlatform()
    const app = answering({ '/answer': [keys({ maxDigits: 1 })], '/chosen': [talk('Chosen.')] })
    const calls = await Promise.all([dial(app, { platform }), dial(app, { platform })])
    await Promise.all(calls.map((call, index) => call.press(String(index))))
    expect(calls.map(({ heard }) => heard)).toStrictEqual([['Chosen.'], ['Chosen.']])
  })

  it('ends what lasts longer than maxSeconds', async () => {
    const platform = createPlatform({ maxSeconds: 60 })
    const call = await dial([keys(), { action: 'wait', timeout: 100 }], { platform })
    await expect(call.wait(100)).rejects.toMatchObject({ code: 'endless-call' })
    expect(platform.now).toBe(60)
  })

  it('ends it too while another call lets time pass, or nobody does anything', async () => {
    const platform = createPlatform({ maxSeconds: 60 })
    const endless = await dial([talk('On hold.', { loop: 0 })], { platform })
    await platform.wait(30)
    const other = await dial([talk('Hold too.', { loop: 0 })], { platform })
    const transcriptOf = (act: Promise<void>) =>
      failure(act).then(({ code, transcript }) => ({ code, transcript }))
    expect(await transcriptOf(other.wait(50))).toStrictEqual({
      code: 'endless-call',
      transcript: endless.transcript(),
    })
    expect(endless.ended).toStrictEqual({ at: 60, reason: 'endless' })
    await other.wait(20)
    expect(platform.now).toBe(80)
    expect(await transcriptOf(platform.wait(50))).toStrictEqual({
      code: 'endless-call',
      transcript: other.transcript(),
    })
    expect(other.ended).toStrictEqual({ at: 90.533, reason: 'endless' })
  })

  it('goes on after a call that did not end, which nobody got hold of', async () => {
    const platform = createPlatform({ maxSeconds: 60 })
    const notify = { action: 'notify', payload: {}, eventUrl: ['https://app.example.com/step'] }
    const round = [talk('Round and round.'), notify]
    const app = answering({ '/answer': round, '/step': round, '/event': undefined })
    expect((await failure(dial(app, { platform }))).code).toBe('endless-call')
    const call = await dial([talk('Hello.')], { platform })
    expect([call.heard, call.ended?.reason]).toStrictEqual([['Hello.'], 'completed'])
    await platform.wait(120)
  })

  it('keeps no call whose dialling another call made fail', async () => {
    const platform = createPlatform({ maxSeconds: 60 })
    const hold = [talk('On hold.', { loop: 0 })]
    const endless = await dial(hold, { platform, pace: 'manual' })
    await platform.wait(59)
    const app = answering({ '/answer': [talk('A long story. '.repeat(20))], '/event': undefined })
    const statuses: unknown[] = []
    const dialled = dial(
      async (request) => {
        if (request.method === 'POST') statuses.push((await request.clone().json()).status)
        return app(request)
      },
      { platform, eventUrl: '/event' },
    )
    expect((await failure(dialled)).transcript).toBe(endless.transcript())
    await platform.wait(120)
    expect(statuses).toStrictEqual(['started', 'ringing', 'answered', 'completed'])
  })

  it('lets the last events of a call come after its last second', async () => {
    const app = answering({ '/answer': [talk('Hold.', { loop: 0 })], '/event': undefined })
    const platform = createPlatform({ maxSeconds: 60 })
    const faults = ({ status }: { status?: string | undefined }) =>
      status === 'completed' ? { slow: 0.5 } : undefined
    const call = await dial(app, { platform, eventUrl: '/event', faults })
    await call.wait(60 - platform.now)
    await call.hangUp()
    expect(call.ended).toStrictEqual({ at: 60, reason: 'hung-up' })
    expect(platform.now).toBe(60.5)
  })

  it('tells who hangs up of another call that does not end, while last events go out', async () => {
    const hold = [talk('Hold.', { loop: 0 })]
    const app = answering({ '/answer': hold, '/event': undefined })
    const platform = createPlatform({ maxSeconds: 60 })
    const endless = await dial(hold, { platform })
    const faults = () => ({ slow: 2 })
    const call = await dial(app, { platform, eventUrl: '/event', faults })
    await platform.wait(59 - platform.now)
    const { code, transcript } = await failure(call.hangUp())
    expect([code, transcript]).toStrictEqual(['endless-call', endless.transcript()])
    expect(call.ended).toStrictEqual({ at: 59, reason: 'hung-up' })
    expect(endless.ended).toStrictEqual({ at: 60, reason: 'endless' })
    await platform.wait(2)
    expect(call.webhooks.at(-1)).toMatchObject({ status: 'completed', answer: { status: 204 } })
  })

  it.each([
    { startsAt: 'today' },
    { maxSeconds: -1 },
    { maxSeconds: Number.POSITIVE_INFINITY },
    { streamSeconds: Number.NaN },
    { streams: { a: '1' } },
    { streams: 'jingle.mp3' },
    { startsAt: 5 },
  ])('refuses %j', (options) => {
    expect(() => createPlatform(options as never)).toThrow(/^simulator-option/)
  })

  it('refuses a wait without end', async () => {
    const wait = createPlatform().wait(Number.POSITIVE_INFINITY)
    await expect(wait).rejects.toMatchObject({ code: 'simulator-option' })
    const call = await dial([keys()])
    const endless = call.wait(Number.POSITIVE_INFINITY)
    await expect(endless).rejects.toMatchObject({ code: 'simulator-option' })
  })
})
