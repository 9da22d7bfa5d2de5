import { dial } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answering, talk } from '../../support/answering'
import { failure } from '../../support/failure'
import { ask, order, phone, restPlatform, token } from '../../support/rest'

const hello = [talk('Hello.')]
const colleague = '447700900002'
const answerUrl = ['https://app.example.com/outbound']

/** Makes a call, and returns what the application and the callee see of it. */
async function made(body: object, application: object = {}) {
  const platform = restPlatform(application)
  const { status } = await ask(platform, 'POST', '/v1/calls', body)
  expect(status).toBe(201)
  await platform.wait(0)
  const [call] = platform.calls
  if (!call) throw new Error('There is no call.')
  return { platform, call }
}

interface Refusal {
  readonly type: unknown
  readonly title: unknown
  readonly invalid_parameters: readonly { readonly name: string; readonly reason: string }[]
}

/** The status and the names of the invalid parameters. */
async function refused(body: unknown, application: object = {}) {
  const answered = await ask<Refusal>(restPlatform(application), 'POST', '/v1/calls', body)
  const { type, title, invalid_parameters: problems } = answered.body
  expect([answered.status, type, title]).toStrictEqual([400, 400, 'Bad Request'])
  expect(answered.headers.get('x-nexmo-trace-id')).toBeTruthy()
  return problems.map(({ name, reason }) => `${name}: ${reason}`)
}

describe('POST /v1/calls', () => {
  it('runs an NCCO without asking for one', async () => {
    const { call } = await made(order(hello))
    await call.leg.answer()
    expect(call.heard).toStrictEqual(['Hello.'])
    expect(call.webhooks.map(({ status }) => status)).toStrictEqual([
      ...['started', 'ringing', 'answered', 'completed'],
    ])
  })

  it('asks the answer URL by GET when the callee answers', async () => {
    const target = answering({ '/outbound': hello, '/event': undefined })
    const { call } = await made(order([], { ncco: undefined, answer_url: answerUrl }), { target })
    expect(call.webhooks.map(({ kind }) => kind)).toStrictEqual(['event', 'event'])
    await call.leg.answer()
    const asked = call.webhooks.find(({ kind }) => kind === 'answer')
    expect([asked?.method, asked?.url]).toStrictEqual(['GET', answerUrl[0]])
    expect(asked?.fields).toMatchObject({ to: colleague, from: '447700900000' })
    expect(call.heard).toStrictEqual(['Hello.'])
  })

  it('asks it by POST, and sends events where it is told to', async () => {
    const target = answering({ '/outbound': hello, '/here': undefined })
    const body = order([], {
      ncco: undefined,
      answer_url: answerUrl,
      answer_method: 'POST',
      event_url: ['https://app.example.com/here'],
      event_method: 'GET',
    })
    const { call } = await made(body, { target, eventUrl: undefined })
    await call.leg.answer()
    const seen = call.webhooks.map(({ kind, method, url }) => `${kind} ${method} ${url}`)
    expect(new Set(seen)).toStrictEqual(
      new Set([
        'event GET https://app.example.com/here',
        'answer POST https://app.example.com/outbound',
      ]),
    )
    expect(call.heard).toStrictEqual(['Hello.'])
  })

  it('sends events with the method of the application', async () => {
    const { call } = await made(order(hello), { eventMethod: 'GET' })
    expect(call.webhooks[0]?.method).toBe('GET')
  })

  it('rings for ringing_timer, and talks for length_timer, also in quotes', async () => {
    const { call } = await made(order(hello, { ringing_timer: '20' }))
    await call.wait(20)
    expect(call.ended).toStrictEqual({ at: 20, reason: 'timeout' })
    const forever = order([talk('Hold.', { loop: 0 })], { length_timer: '30' })
    const long = await made(forever)
    await long.call.leg.answer()
    await long.call.wait(40)
    expect(long.call.ended).toStrictEqual({ at: 30, reason: 'completed' })
  })

  it('detects machines', async () => {
    const detection = { behavior: 'hangup', mode: 'detect' }
    const { call, platform } = await made(order(hello, { advanced_machine_detection: detection }))
    await call.leg.answer({ as: 'machine' })
    expect(call.ended?.reason).toBe('machine')
    const simple = await made(
      order([talk('Hold.', { loop: 0 })], { machine_detection: 'continue' }),
    )
    await simple.call.leg.answer({ as: 'machine' })
    await simple.call.wait(3)
    const { body } = await ask(simple.platform, 'GET', `/v1/calls/${simple.call.leg.uuid}`)
    expect(body.status).toBe('machine')
    expect(platform.calls).toHaveLength(1)
  })

  it('chooses a number when it is told to', async () => {
    const { call } = await made(order(hello, { from: undefined, random_from_number: 'true' }))
    expect(call.webhooks[0]?.fields.from).toBe('447700900000')
  })

  it('takes a SIP URI as caller ID', async () => {
    const from = { type: 'phone', number: 'sip:ada@example.com' }
    const { call } = await made(order(hello, { from }))
    expect(call.webhooks[0]?.fields.from).toBe('sip:ada@example.com')
  })

  it('ignores fields that it does not know', async () => {
    const { call } = await made(order(hello, { limit: 3, surprise: {} }))
    expect(call.state).toBe('ringing')
  })

  it('refuses an NCCO that Vonage refuses, when it is to run', async () => {
    const { call } = await made(order([{ action: 'speak', text: 'Hello.' }]))
    await call.leg.answer()
    expect(call.ended?.reason).toBe('invalid-ncco')
  })

  it.each([
    ['a phone', { type: 'phone', number: '+447700900003', dtmfAnswer: '1p2' }, '447700900003'],
    [
      'a SIP address',
      { type: 'sip', uri: 'sip:ada@example.com', headers: { a: '1' }, standard_headers: {} },
      'sip:ada@example.com',
    ],
    [
      'a websocket',
      { type: 'websocket', uri: 'wss://bot.example.com', 'content-type': 'audio/l16;rate=16000' },
      'wss://bot.example.com',
    ],
    ['an extension', { type: 'vbc', extension: '4567' }, '4567'],
    ['a user', { type: 'app', user: 'ada' }, 'ada'],
  ])('calls %s', async (_, endpoint, address) => {
    const { platform } = await made(order([talk('Hold.', { loop: 0 })], { to: [endpoint] }))
    const [call] = await platform.callsTo(address)
    expect(call?.leg.endpoint.type).toBe(endpoint.type)
    await call?.leg.answer()
    expect(call?.heard).toStrictEqual(['Hold.'])
    if (endpoint.type === 'phone') expect(call?.leg.received).toStrictEqual(['1', '2'])
  })

  it.each([
    [
      'nothing',
      {},
      ['to: Missing parameter', 'from: Missing parameter', 'answer_url: Missing parameter'],
    ],
    ['no callee', order(hello, { to: [] }), ['to: Invalid type parameter provided']],
    [
      'a callee by itself',
      order(hello, { to: phone('447700900002') }),
      ['to: Invalid type parameter provided'],
    ],
    ['a callee without a type', order(hello, { to: [{}] }), ['to[0].type: Missing parameter']],
    [
      'a callee of another type',
      order(hello, { to: [{ type: 'fax' }] }),
      ['to[0].type: Must be one of phone, sip, websocket, vbc, app'],
    ],
    [
      'a number that is too long',
      order(hello, { to: [phone('4477009000021234')] }),
      ['to[0].number: can contain up to 15 digits prefixed with +'],
    ],
    [
      'a websocket that is a web page',
      order(hello, {
        to: [
          { type: 'websocket', uri: 'https://a.example', 'content-type': 'audio/l16;rate=44100' },
        ],
      }),
      [
        'to[0].uri: Must be a ws or wss URI',
        'to[0].content-type: Must be one of audio/l16;rate=8000, audio/l16;rate=16000, audio/l16;rate=24000',
      ],
    ],
    [
      'a SIP URI that is too long',
      order(hello, { to: [{ type: 'sip', uri: `sip:${'a'.repeat(47)}` }] }),
      ['to[0].uri: Must be a SIP URI of up to 50 characters'],
    ],
    [
      'a caller that is a text',
      order(hello, { from: '447700900000' }),
      ['from: Invalid type parameter provided'],
    ],
    [
      'a caller ID that is a name',
      order(hello, { from: { type: 'phone', number: 'Ada' } }),
      ['from.number: Must be a number in E.164 or a SIP URI'],
    ],
    [
      'two ways to choose the caller',
      order(hello, { random_from_number: true }),
      ['random_from_number: Must not be together with from'],
    ],
    [
      'an NCCO that is an object',
      order(hello, { ncco: {} }),
      ['ncco: Invalid type parameter provided'],
    ],
    [
      'an event URL as a text',
      order(hello, { event_url: 'https://app.example.com/event' }),
      ['event_url: Invalid type parameter provided'],
    ],
    [
      'two answer URLs',
      order([], { ncco: undefined, answer_url: [...answerUrl, ...answerUrl] }),
      ['answer_url: Must be an array of one http or https URL'],
    ],
    [
      'timers out of range',
      order(hello, { length_timer: 86_401, ringing_timer: '0' }),
      ['ringing_timer: Must be from 1 to 120', 'length_timer: Must be from 1 to 86400'],
    ],
    [
      'a timer with a fraction',
      order(hello, { length_timer: 1.5 }),
      ['length_timer: Invalid type parameter provided'],
    ],
    ['a method', order(hello, { event_method: 'PUT' }), ['event_method: Must be one of GET, POST']],
    [
      'machine detections',
      order(hello, {
        machine_detection: 'wait',
        advanced_machine_detection: { mode: 'beep', beep_timeout: 20 },
      }),
      [
        'machine_detection: Must be one of continue, hangup',
        'advanced_machine_detection.behavior: Missing parameter',
        'advanced_machine_detection.mode: Must be one of default, detect, detect_beep',
        'advanced_machine_detection.beep_timeout: Must be from 30 to 120',
      ],
    ],
  ])('refuses %s', async (_, body, problems) => {
    expect(await refused(body)).toStrictEqual(problems)
  })

  it('needs an event URL if the application has none', async () => {
    const problems = await refused(order(hello), { eventUrl: undefined })
    expect(problems).toStrictEqual(['event_url: Missing parameter'])
  })
})

describe('a body', () => {
  const post = (body: string, headers: object = { 'content-type': 'application/json' }) =>
    restPlatform().api.fetch(
      new Request('https://api.nexmo.com/v1/calls', {
        method: 'POST',
        headers: { authorization: `Bearer ${token()}`, ...headers },
        body,
      }),
    )

  it.each([
    ['that is not JSON', '{"to":', 400, 'invalid-json'],
    ['that is an array', '[]', 400, 'invalid-json'],
    ['that is empty', '', 400, 'invalid-json'],
    ['that is too long', `{"a":"${'a'.repeat(5_000_000)}"}`, 400, 'invalid-json'],
  ])('%s is refused', async (_, body, status, type) => {
    const response = await post(body)
    const problem = await response.json()
    expect([response.status, problem.type]).toStrictEqual([
      status,
      `https://developer.vonage.com/api-errors#${type}`,
    ])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toMatchObject({ title: expect.any(String), detail: expect.any(String) })
  })

  it('of a form is refused', async () => {
    const response = await post('to=1', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(response.status).toBe(415)
  })

  it('with a charset is taken', async () => {
    const json = { 'content-type': 'application/json; charset=utf-8' }
    expect((await post(JSON.stringify(order(hello)), json)).status).toBe(201)
  })
})

describe('callsTo()', () => {
  afterEach(() => void vi.useRealTimers())

  it('gives up after five seconds', async () => {
    vi.useFakeTimers()
    const waiting = failure(restPlatform().callsTo(colleague))
    await vi.advanceTimersByTimeAsync(5000)
    const error = await waiting
    expect(error.code).toBe('no-call-made')
    expect(error.message).toContain('within 5 s of real time')
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([[undefined], [''], [447700900002]])('does not take %j', async (address) => {
    const { code } = await failure(restPlatform().callsTo(address as never))
    expect(code).toBe('simulator-option')
  })

  it('does not find calls that the application did not make', async () => {
    const platform = restPlatform()
    await dial(hello, { platform, to: colleague })
    await ask(platform, 'POST', '/v1/calls', order(hello, { to: [phone('447700900003')] }))
    const later = platform.callsTo(colleague)
    await ask(platform, 'POST', '/v1/calls', order(hello))
    await ask(platform, 'POST', '/v1/calls', order(hello))
    expect(await later).toStrictEqual([platform.calls[2]])
    expect(await platform.callsTo(colleague)).toHaveLength(2)
  })
})
