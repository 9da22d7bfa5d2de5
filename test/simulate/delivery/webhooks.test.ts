import { createHash } from 'node:crypto'
import { jwtVerify } from 'jose'
import { Talk } from 'ncco-jsx'
import { createVoiceApp } from 'ncco-jsx/serve'
import { callOut, createPlatform, type Delivery, type DeliveryFault, dial } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { answering, connect, keys, talk } from '../../support/answering'

const hello = [talk('Hello.')]
const options = { eventUrl: '/event', fallbackUrl: '/fallback' }

/** Fails these deliveries of a kind of webhook, in order. */
function faults(kind: string, ...those: (DeliveryFault | undefined)[]) {
  return (delivery: Delivery) => (delivery.kind === kind ? those.shift() : undefined)
}

/** Fails every delivery of a kind of webhook. */
function faultsOf(those: Record<string, DeliveryFault>) {
  return ({ kind }: Delivery) => those[kind]
}

/** Kind or status of each webhook, with what came back. */
function told(call: Awaited<ReturnType<typeof dial>>): string[] {
  return call.timeline.flatMap((entry) =>
    entry.type === 'webhook' ? [`${entry.status ?? entry.kind}: ${entry.answer}`] : [],
  )
}

describe('the answer webhook', () => {
  it('has the documented fields, in the query of a GET', async () => {
    let asked: Request | undefined
    const app = (request: Request) => {
      asked = request
      return Response.json(hello)
    }
    await dial(app, { from: '447700900001', to: '447700900000' })
    expect([asked?.method, asked?.url]).toStrictEqual([
      'GET',
      'https://app.example.com/answer?from=447700900001&to=447700900000&endpoint_type=phone' +
        '&uuid=00000000000040008000000000000002' +
        '&conversation_uuid=CON-00000000-0000-4000-8000-000000000001' +
        '&region_url=https%3A%2F%2Fapi-eu.vonage.com',
    ])
  })

  it('is a POST if the application says so', async () => {
    const call = await dial(answering({ '/answer': hello }), { answerMethod: 'POST' })
    expect(call.webhooks).toMatchObject([{ method: 'POST', fields: { from: '447700900001' } }])
  })

  it('names the user of a Client SDK instead of a number, with its custom data', async () => {
    const app = answering({ '/answer': ({ custom_data }) => [talk(String(custom_data))] })
    const call = await dial(app, { fromUser: 'ada', customData: { cart: 7 } })
    expect(call.webhooks[0]?.fields).toMatchObject({ from_user: 'ada', endpoint_type: 'app' })
    expect(call.webhooks[0]?.fields).not.toHaveProperty('from')
    expect(call.leg.endpoint).toStrictEqual({ type: 'app', user: 'ada' })
    expect(call.heard).toStrictEqual(['{"cart":7}'])
  })

  it('R-72 has the headers of a SIP call, but for those of the platform', async () => {
    const sipHeaders = { 'X-Account': '7', 'X-Nexmo-Trace': '1', 'User-to-User': 'abc' }
    const call = await dial(answering({ '/answer': hello }), { endpointType: 'sip', sipHeaders })
    const { fields } = call.webhooks[0] ?? {}
    expect(Object.keys(fields ?? {}).filter((name) => name.startsWith('Sip'))).toStrictEqual([
      'SipHeader_X-Account',
      'SipHeader_User-to-User',
    ])
  })

  it('has no from of a caller who withholds the number', async () => {
    const call = await dial(answering({ '/answer': hello }), { from: null })
    expect(call.webhooks[0]?.fields).not.toHaveProperty('from')
  })
})

describe('events', () => {
  it('go to the event URL of the application, in order', async () => {
    const call = await dial(answering({ '/answer': hello, '/event': undefined }), options)
    expect(told(call)).toStrictEqual([
      'started: 204',
      'ringing: 204',
      'answer: 200, 1 action',
      'answered: 204',
      'completed: 204',
    ])
    expect(call.webhooks[0]?.fields).toStrictEqual({
      from: '447700900001',
      to: '447700900000',
      uuid: call.leg.uuid,
      conversation_uuid: call.conversationUuid,
      status: 'started',
      direction: 'inbound',
      timestamp: '2026-01-01T00:00:00.000Z',
    })
  })

  it('have no beginning of a call that was not answered', async () => {
    const app = answering({ '/answer': undefined, '/event': undefined })
    const call = await dial(app, { eventUrl: '/event' })
    expect(call.webhooks.at(-1)).toMatchObject({
      status: 'completed',
      fields: { start_time: null, duration: '0' },
    })
  })

  it('are not sent without an event URL', async () => {
    const call = await dial(answering({ '/answer': hello }))
    expect(told(call)).toStrictEqual(['answer: 200, 1 action'])
  })

  it('have an empty value for null in the query of a GET', async () => {
    const queries: object[] = []
    const called = (fields: Record<string, unknown>) => {
      if (fields.status === 'answered') queries.push(fields)
      return undefined
    }
    const ncco = [connect({ eventUrl: ['https://app.example.com/called'], eventMethod: 'GET' })]
    const call = await dial(answering({ '/answer': ncco, '/called': called }))
    await call.legs[0]?.answer()
    expect(queries).toMatchObject([{ start_time: '', rate: '', network: '' }])
  })

  it('R-96 may be answered with anything, which counts for nothing', async () => {
    const call = await dial(answering({ '/answer': hello, '/event': [talk('No.')] }), options)
    expect(call.heard).toStrictEqual(['Hello.'])
  })

  it.each([429, 502, 503, 504])('R-96 are sent once more after %d', async (status) => {
    const app = answering({ '/answer': hello, '/event': new Response(null, { status }) })
    const call = await dial(app, options)
    expect(told(call).filter((line) => line.startsWith('started'))).toHaveLength(2)
  })
})

describe('what an answer must be', () => {
  it.each([
    ['R-84 status 201', Response.json(hello, { status: 201 }), 'no-ncco'],
    ['a redirect', new Response(null, { status: 302, headers: { location: '/' } }), 'no-ncco'],
    [
      'R-83 text/html',
      new Response(JSON.stringify(hello), { headers: { 'content-type': 'text/html' } }),
      'no-ncco',
    ],
    [
      'R-82 broken JSON',
      new Response('[{', { headers: { 'content-type': 'application/json' } }),
      'invalid-ncco',
    ],
    ['R-82 an object', Response.json(hello[0]), 'invalid-ncco'],
    ['R-82 an unknown action', [{ action: 'speak' }], 'invalid-ncco'],
    ['nothing', undefined, 'no-ncco'],
  ])('%s ends the call', async (_, answer, reason) => {
    const call = await dial(answering({ '/answer': answer }))
    expect(call.ended).toStrictEqual({ at: 0, reason })
  })

  it('R-95 tells of an NCCO that is refused, and what is wrong with it', async () => {
    const app = answering({ '/answer': [{ action: 'talk' }], '/event': undefined })
    const call = await dial(app, { eventUrl: '/event' })
    expect(call.webhooks.find(({ kind }) => kind === 'error')?.fields).toStrictEqual({
      reason: 'Syntax error in NCCO. Invalid value type or action.',
      conversation_uuid: call.conversationUuid,
      timestamp: '2026-01-01T00:00:00.000Z',
    })
    expect(call.transcript()).toContain('missing-content: talk has no text.')
  })

  it('R-95 ends a call that is under way', async () => {
    const app = answering({ '/answer': [keys({ maxDigits: 1 })], '/chosen': [{ action: 'talk' }] })
    const call = await dial(app)
    await call.press('1')
    expect(call.ended?.reason).toBe('invalid-ncco')
  })
})

describe('retries and fallback', () => {
  const app = answering({ '/answer': hello, '/event': undefined, '/fallback': [talk('Sorry.')] })

  it.each<DeliveryFault>([
    'closed',
    { status: 429 },
    { status: 503 },
    { status: 504 },
    { slow: 5.1 },
  ])('R-92 tries once more after %j', async (fault) => {
    const call = await dial(app, { ...options, faults: faults('answer', fault) })
    expect(call.heard).toStrictEqual(['Hello.'])
    expect(told(call).filter((line) => line.startsWith('answer:'))).toHaveLength(2)
  })

  it.each([401, 404, 500])('R-92 does not try again after %d', async (status) => {
    const call = await dial(app, { ...options, faults: faults('answer', { status }) })
    expect(call.heard).toStrictEqual(['Sorry.'])
    expect(told(call).filter((line) => line.startsWith('answer:'))).toHaveLength(1)
  })

  it('R-90 waits five seconds for an NCCO, and takes what comes before', async () => {
    const intime = await dial(app, { faults: faults('answer', { slow: 4.9 }) })
    expect(intime.timeline.find(({ type }) => type === 'heard')?.at).toBe(4.9)
    const late = { slow: 60 }
    const call = await dial(app, { faults: faults('answer', late, late) })
    expect(call.ended).toStrictEqual({ at: 10, reason: 'no-ncco' })
  })

  it.each<DeliveryFault>(['closed', { slow: 6 }])(
    'keep no answer that did not arrive: %j',
    async (fault) => {
      const call = await dial(app, { faults: faults('answer', fault) })
      const contentType = 'application/json'
      expect(call.webhooks.map(({ attempt, answer }) => [attempt, answer])).toStrictEqual([
        [1, undefined],
        [2, { status: 200, contentType, body: JSON.stringify(hello) }],
      ])
    },
  )

  it('R-91 tries each URL twice, the answer URL and then the fallback', async () => {
    const all = () => ({ status: 503 })
    const call = await dial(app, { fallbackUrl: '/fallback', faults: all })
    expect(call.webhooks.map(({ kind, attempt }) => `${kind} ${attempt}`)).toStrictEqual([
      'answer 1',
      'answer 2',
      'fallback 1',
      'fallback 2',
    ])
    expect(call.ended?.reason).toBe('no-ncco')
  })

  it('R-93 tells the fallback URL what failed, and why', async () => {
    const call = await dial(app, { ...options, faults: faults('answer', { status: 500 }) })
    expect(call.webhooks.find(({ kind }) => kind === 'fallback')).toMatchObject({
      url: 'https://app.example.com/fallback',
      method: 'GET',
      fields: {
        from: '447700900001',
        reason: 'HTTP status 500.',
        original_request: { url: 'https://app.example.com/answer', type: 'answer' },
      },
    })
  })

  it('R-93 asks the fallback URL after an NCCO that is refused', async () => {
    const bad = answering({ '/answer': [{ action: 'talk' }], '/fallback': hello })
    expect((await dial(bad, { fallbackUrl: '/fallback' })).heard).toStrictEqual(['Hello.'])
  })

  it.each([
    ['takes its NCCO', [talk('Sorry.')], ['Sorry.']],
    ['goes on without one', new Response(null, { status: 500 }), ['Left.']],
  ])('R-93 asks the fallback URL for an input that failed, and %s', async (_, fallback, heard) => {
    const ncco = [keys({ maxDigits: 1 }), talk('Left.')]
    const broken = new Response(null, { status: 500 })
    const flow = answering({ '/answer': ncco, '/chosen': broken, '/fallback': fallback })
    const call = await dial(flow, { fallbackUrl: '/fallback' })
    await call.press('1')
    expect(call.heard).toStrictEqual(heard)
    expect(call.webhooks.at(-1)?.fields).toMatchObject({
      dtmf: { digits: '1' },
      original_request: { type: 'event' },
    })
  })

  it.each([
    ['an NCCO', '200, 1 action', [talk('Sorry.')]],
    ['an NCCO that is refused', '200, an NCCO that is refused', [{ action: 'talk' }]],
  ])('go on after a hang-up, when %s counts for nothing', async (_, answer, fallback) => {
    const platform = createPlatform()
    const flow = answering({
      '/answer': [keys({ maxDigits: 1 })],
      '/chosen': new Response(null, { status: 503 }),
      '/event': undefined,
      '/fallback': fallback,
    })
    const slow = faults('input', { slow: 8 }, { slow: 8 })
    const call = await dial(flow, { ...options, platform, pace: 'manual', faults: slow })
    await call.press('1')
    await call.hangUp()
    await platform.wait(60)
    const lines = told(call).map((line) => line.split('\n')[0])
    const after = lines.slice(lines.indexOf('completed: 204') + 1)
    expect(after).toStrictEqual(['input: 503', 'input: 503', `fallback: ${answer}`])
    expect([call.heard, call.ended]).toStrictEqual([[], { at: 0, reason: 'hung-up' }])
  })

  it('R-94 asks again for what the app has done already, when the connection closed', async () => {
    let asked = 0
    const counting = answering({
      '/answer': () => {
        asked++
        return hello
      },
    })
    await dial(counting, { faults: faults('answer', 'closed') })
    expect(asked).toBe(2)
  })
})

describe('faults', () => {
  it('deliver a webhook twice', async () => {
    let asked = 0
    const ncco = [keys({ maxDigits: 1 })]
    const flow = answering({
      '/answer': ncco,
      '/chosen': () => {
        asked++
        return [talk('Chosen.')]
      },
    })
    const call = await dial(flow, { faults: faults('input', 'duplicate') })
    await call.press('1')
    expect([asked, call.heard]).toStrictEqual([2, ['Chosen.']])
  })

  it('bring events out of order', async () => {
    const order: unknown[] = []
    const flow = answering({
      '/answer': hello,
      '/event': ({ status }) => {
        order.push(status)
        return undefined
      },
    })
    await dial(flow, { ...options, faults: faults('event', 'late', undefined, undefined, 'late') })
    expect(order).toStrictEqual(['ringing', 'started', 'answered', 'completed'])
  })

  it('bring an event that is late at the end of a call, also when it is sent again', async () => {
    let completed = 0
    const flow = answering({
      '/answer': hello,
      '/event': ({ status }) => {
        const isFirst = status === 'completed' && ++completed === 1
        return isFirst ? new Response(null, { status: 503 }) : undefined
      },
    })
    const call = await dial(flow, { ...options, faults: faultsOf({ event: 'late' }) })
    expect(told(call)).toStrictEqual([
      'ringing: 204',
      'started: 204',
      'answer: 200, 1 action',
      'completed: 503',
      'answered: 204',
      'completed: 204',
    ])
  })

  it('bring what is late of a call that is over', async () => {
    const platform = createPlatform()
    const room = { action: 'conversation', name: 'room', record: true }
    const flow = answering({ '/answer': [room], '/event': undefined })
    const faults = faultsOf({ record: 'late' })
    const owner = await dial(flow, { ...options, platform, faults })
    const guest = await dial(flow, { ...options, platform, from: '447700900031' })
    await owner.hangUp()
    await guest.hangUp()
    expect(told(owner).slice(-2)).toStrictEqual(['completed: 204', 'record: 204'])
  })

  it('let an input wait for a slow answer, while the caller may hang up', async () => {
    const flow = answering({ '/answer': [keys({ maxDigits: 1 })], '/chosen': hello })
    const call = await dial(flow, { pace: 'manual', faults: faults('input', { slow: 8 }) })
    await call.press('1')
    expect(call.state).toBe('asking')
    await call.hangUp()
    await expect(call.wait(10)).rejects.toMatchObject({ code: 'call-over' })
    expect(call.heard).toStrictEqual([])
  })
})

describe('the last event of a call', () => {
  const flow = answering({ '/answer': hello, '/event': undefined })
  const slow = ({ status }: Delivery) => (status === 'completed' ? { slow: 4 } : undefined)

  it('is waited for, however slow it is answered', async () => {
    const call = await dial(flow, { ...options, faults: slow })
    expect(told(call).at(-1)).toBe('completed: 204')
    expect(call.ended).toStrictEqual({ at: 0.4, reason: 'completed' })
  })

  it('takes its time on the platform, if the pace is manual', async () => {
    const platform = createPlatform()
    const call = await dial(flow, { ...options, faults: slow, platform, pace: 'manual' })
    await call.wait(1)
    expect([call.state, told(call).at(-1)]).toStrictEqual(['ended', 'answered: 204'])
    await platform.wait(4)
    expect(told(call).at(-1)).toBe('completed: 204')
  })

  it('that takes too long is sent once more', async () => {
    const faults = ({ status, attempt }: Delivery) =>
      status === 'completed' && attempt === 1 ? { slow: 60 } : undefined
    const call = await dial(flow, { ...options, faults })
    expect(told(call).slice(-2)).toStrictEqual([
      'completed: No answer within 10 s.',
      'completed: 204',
    ])
  })
})

describe('signed webhooks', () => {
  const secret = 'the signature secret of the dashboard'
  const signature = { secret, apiKey: 'abcd1234', applicationId: 'app-1' }
  const key = new TextEncoder().encode(secret)
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

  it('carry the claims, and the hash of the body or of the query', async () => {
    const seen: { claims: object; hash: string }[] = []
    const flow = answering({ '/answer': hello, '/event': undefined })
    const app = async (request: Request) => {
      const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: 'Vonage' })
      const query = Object.fromEntries(new URL(request.url).searchParams)
      const body = await request.clone().text()
      const hash = sha256(request.method === 'POST' ? body : JSON.stringify(query))
      seen.push({ claims: payload, hash })
      return flow(request)
    }
    const call = await dial(app, { ...options, signature })
    expect(call.ended?.reason).toBe('completed')
    for (const { claims, hash } of seen) {
      expect(claims).toStrictEqual({
        payload_hash: hash,
        api_key: 'abcd1234',
        application_id: 'app-1',
        iss: 'Vonage',
        iat: expect.any(Number),
        jti: expect.any(String),
      })
    }
    expect(new Set(seen.map(({ claims }) => (claims as { jti: string }).jti)).size).toBe(5)
  })

  it('are accepted in every call by an app that takes no token twice', async () => {
    const tokens = new Set<string>()
    const seen = (jti: string) => tokens.size === tokens.add(jti).size
    const app = createVoiceApp({
      answer: () => Talk({ children: 'Hello.' }) as never,
      signature: { secret, seen },
    })
    const calls = [await dial(app, { ...options, signature }), await dial(app, { signature })]
    expect(calls.map(({ heard }) => heard)).toStrictEqual([['Hello.'], ['Hello.']])
    expect(tokens.size).toBe(6)
  })

  it('are accepted by an app that checks them, and only with its secret', async () => {
    const app = createVoiceApp({
      answer: () => Talk({ children: 'Hello.' }) as never,
      signature: { secret, payloadHashOnGet: 'require' },
    })
    expect((await dial(app, { signature })).ended?.reason).toBe('completed')
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const other = await dial(app, { signature: { secret: 'another' } })
    log.mockRestore()
    expect(other.ended?.reason).toBe('no-ncco')
  })

  it.each([[''], [undefined]])('refuse the secret %j', async (secret) => {
    const dialled = dial(hello, { signature: { secret: secret as never } })
    await expect(dialled).rejects.toMatchObject({
      code: 'simulator-option',
      message: expect.stringContaining('signature.secret must be a text that is not empty.'),
    })
  })

  it('do not show the secret or a token', async () => {
    const call = await dial(answering({ '/answer': hello }), { signature })
    const shown = JSON.stringify([call.timeline, call.webhooks, call.transcript()])
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain('Bearer')
  })
})

describe('an outbound call', () => {
  it('rings, asks the answer URL once it is answered, and runs its NCCO', async () => {
    const call = await callOut(answering({ '/answer': hello, '/event': undefined }), {
      ...options,
      to: '447700900009',
    })
    expect([call.state, told(call)]).toStrictEqual(['ringing', ['started: 204', 'ringing: 204']])
    await call.leg.answer()
    expect(call.heard).toStrictEqual(['Hello.'])
    expect(told(call).slice(2)).toStrictEqual([
      'answered: 204',
      'answer: 200, 1 action',
      'completed: 204',
    ])
    expect(call.webhooks[3]?.fields).toMatchObject({ from: '447700900000', to: '447700900009' })
  })

  it('runs an NCCO of its own', async () => {
    const app = answering({ '/chosen': [talk('Chosen.')] })
    const call = await callOut(app, { to: '447700900009', ncco: [keys({ maxDigits: 1 })] })
    await call.leg.answer()
    await call.press('1')
    expect(call.heard).toStrictEqual(['Chosen.'])
  })

  it.each([
    ['busy', 'busy'],
    ['reject', 'rejected'],
    ['unavailable', 'unanswered'],
    ['fail', 'failed'],
  ] as const)('ends with %s()', async (method, reason) => {
    const call = await callOut(hello, { to: '447700900009' })
    await call.leg[method]()
    expect(call.ended).toStrictEqual({ at: 0, reason })
  })

  it('stops ringing after ringingTimer, and ends after lengthTimer', async () => {
    const call = await callOut(hello, { to: '447700900009', ringingTimer: 20 })
    await call.wait(20)
    expect(call.ended).toStrictEqual({ at: 20, reason: 'timeout' })
    const long = await callOut([talk('On hold.', { loop: 0 })], {
      to: '447700900009',
      lengthTimer: 30,
    })
    await long.leg.answer()
    await long.wait(30)
    expect(long.ended).toStrictEqual({ at: 30, reason: 'completed' })
  })

  it('leaves the called person time for an input while a machine is looked for', async () => {
    const flow = answering({ '/answer': [keys({ maxDigits: 1 })], '/chosen': [talk('Chosen.')] })
    const call = await callOut(flow, {
      to: '447700900009',
      advancedMachineDetection: { behavior: 'continue', mode: 'default' },
    })
    await call.leg.answer()
    expect(call.state).toBe('listening')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Chosen.'])
  })

  it('leaves a leg that its flow calls time to answer while a machine is looked for', async () => {
    const ncco = [connect({ timeout: 20 }), talk('Nobody is there.')]
    const call = await callOut(ncco, {
      to: '447700900009',
      advancedMachineDetection: { behavior: 'continue', mode: 'default' },
    })
    await call.leg.answer({ as: 'machine', beep: false })
    const [colleague] = call.legs
    expect([colleague?.status, call.state]).toStrictEqual(['ringing', 'connecting'])
    await colleague?.answer()
    expect(call.state).toBe('connected')
    await call.leg.hangUp()
    expect(call.heard).toStrictEqual([])
  })

  it('leaves the called person a wait to speak in while a machine is looked for', async () => {
    const ncco = [{ action: 'record' }, { action: 'wait', timeout: 30 }]
    const call = await callOut(ncco, {
      to: '447700900009',
      advancedMachineDetection: { behavior: 'continue', mode: 'default' },
    })
    await call.leg.answer({ as: 'machine', beep: false })
    expect(call.state).toBe('waiting')
  })

  it('leaves a conversation for the NCCO of a verdict', async () => {
    const room = [{ action: 'conversation', name: 'room' }, talk('Left.')]
    const event = ({ status }: Record<string, unknown>) =>
      status === 'machine' ? [talk('A machine.'), { action: 'record' }, talk('Bye.')] : undefined
    const call = await callOut(answering({ '/answer': room, '/event': event }), {
      ...options,
      to: '447700900009',
      advancedMachineDetection: { behavior: 'continue', mode: 'default' },
    })
    await call.leg.answer({ as: 'machine', beep: 3 })
    expect(call.heard.slice(-2)).toStrictEqual(['A machine.', 'Bye.'])
    expect(
      call.timeline.some((entry) => entry.type === 'conversation' && entry.event === 'left'),
    ).toBe(true)
  })

  it('takes nothing of the answer to a verdict that comes after a hang-up', async () => {
    const event = ({ status }: Record<string, unknown>) =>
      status === 'human' ? [{ action: 'talk' }] : undefined
    const platform = createPlatform()
    const flow = answering({ '/answer': [keys({ timeOut: 10 })], '/event': event })
    const call = await callOut(flow, {
      eventUrl: '/event',
      platform,
      to: '447700900009',
      pace: 'manual',
      advancedMachineDetection: { behavior: 'continue', mode: 'default' },
      faults: ({ status }) => (status === 'human' ? { slow: 4 } : undefined),
    })
    await call.leg.answer()
    await call.wait(3)
    await call.hangUp()
    await platform.wait(4)
    expect(call.ended?.reason).toBe('hung-up')
    expect(call.webhooks.filter(({ kind }) => kind === 'error')).toStrictEqual([])
    expect(told(call).at(-1)).toContain('human: 200, an NCCO that is refused')
  })

  it('waits for the beep of a machine, or hangs up on it', async () => {
    const advancedMachineDetection = { behavior: 'continue', mode: 'detect_beep' } as const
    const call = await callOut(hello, { to: '447700900009', advancedMachineDetection })
    await call.leg.answer({ as: 'machine', beep: 12 })
    expect(call.timeline.find(({ type }) => type === 'heard')?.at).toBe(12)
    const other = await callOut(hello, { to: '447700900009', machineDetection: 'hangup' })
    await other.leg.answer({ as: 'machine' })
    expect(other.ended).toStrictEqual({ at: 0.4, reason: 'completed' })
    const long = await callOut([talk('On hold.', { loop: 0 })], {
      to: '447700900009',
      machineDetection: 'hangup',
    })
    await long.leg.answer({ as: 'machine' })
    expect(long.ended).toStrictEqual({ at: 3, reason: 'machine' })
  })
})
