import { type Call, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, keys, speech, talk } from '../../support/answering'

const eventUrl = ['https://app.example.com/called']

/** Calls a flow of one connect, and gives the leg that rings. */
async function ring(more: object = {}, endpoint: object = {}, routes = {}) {
  const ncco = [connect({ eventUrl, ...more }, endpoint), talk('Goodbye.')]
  const call = await dial(answering({ '/answer': ncco, '/called': undefined, ...routes }))
  const [leg] = call.legs
  if (!leg) throw new Error(call.transcript())
  return { call, leg }
}

/** The statuses of the events of a leg that was called. */
function statuses(call: Call): (string | undefined)[] {
  return call.webhooks.filter(({ kind }) => kind === 'event').map(({ status }) => status)
}

const amd = (mode: string, behavior = 'continue') => ({
  advancedMachineDetection: { behavior, mode },
})

describe('connect', () => {
  it('rings, joins, and ends the call when the leg hangs up', async () => {
    const { call, leg } = await ring()
    expect([call.state, call.hears(leg)]).toStrictEqual(['connecting', false])
    await leg.answer()
    expect([call.state, call.hears(leg)]).toStrictEqual(['connected', true])
    await call.wait(12)
    await leg.hangUp()
    expect([call.heard, call.ended]).toStrictEqual([[], { at: 12, reason: 'completed' }])
    expect(statuses(call)).toStrictEqual(['started', 'ringing', 'answered', 'completed'])
    expect(call.webhooks.find(({ status }) => status === 'completed')?.fields).toStrictEqual({
      from: '447700900000',
      to: colleague,
      uuid: leg.uuid,
      conversation_uuid: call.conversationUuid,
      status: 'completed',
      direction: 'outbound',
      timestamp: '2026-01-01T00:00:12.000Z',
      start_time: '2026-01-01T00:00:00.000Z',
      end_time: '2026-01-01T00:00:12.000Z',
      duration: '12',
      rate: '0.00000000',
      price: '0.00000000',
      network: 'GB-FIXED',
      disconnected_by: 'user',
    })
  })

  it.each([
    ['busy', 'busy', undefined],
    ['reject', 'rejected', 'declined'],
    ['unavailable', 'unanswered', 'unavailable'],
    ['fail', 'failed', 'cannot_route'],
  ] as const)('R-07 goes on after %s()', async (method, status, detail) => {
    const { call, leg } = await ring()
    await leg[method]()
    expect(leg.status).toBe(status)
    const { fields } = call.webhooks.find((webhook) => webhook.status === status) ?? {}
    expect(fields?.detail).toBe(detail)
    expect(call.heard).toStrictEqual(['Goodbye.'])
  })

  it('R-63 stops ringing after its timeout, and ends a connection that lasts longer than its limit', async () => {
    const { call, leg } = await ring({ timeout: 20 })
    await call.wait(19)
    expect(leg.status).toBe('ringing')
    await call.wait(1)
    expect([leg.status, call.heard]).toStrictEqual(['timeout', ['Goodbye.']])
    const limited = await ring({ limit: 30 })
    await limited.leg.answer()
    await limited.call.wait(30)
    expect([limited.leg.status, limited.call.ended?.at]).toStrictEqual(['completed', 30])
    expect(limited.call.heard).toStrictEqual([])
  })

  it('hangs up the leg when the caller hangs up', async () => {
    const ringing = await ring()
    await ringing.call.hangUp()
    expect(ringing.leg.status).toBe('cancelled')
    const joined = await ring()
    await joined.leg.answer()
    await joined.call.hangUp()
    expect(joined.leg.status).toBe('completed')
  })

  it.each([
    ['phone', { number: colleague }, colleague],
    ['app', { user: 'ada' }, 'ada'],
    ['sip', { uri: 'sip:ada@example.com' }, 'sip:ada@example.com'],
    ['sip', { user: 'ada', domain: 'trunk' }, 'ada@trunk'],
    ['sip', { domain: 'trunk' }, 'trunk'],
    ['sip', {}, 'nobody'],
    ['vbc', { extension: '111' }, '111'],
    [
      'websocket',
      { uri: 'wss://example.com', 'content-type': 'audio/l16;rate=16000' },
      'wss://example.com',
    ],
  ])('calls the endpoint %s', async (type, endpoint, to) => {
    const call = await dial([{ action: 'connect', endpoint: [{ type, ...endpoint }] }])
    const [leg] = call.legs
    expect(leg?.endpoint).toStrictEqual({ type, ...endpoint })
    await leg?.answer()
    await leg?.say('Hello.')
    expect(call.heard).toStrictEqual(['Hello.'])
    expect(call.transcript()).toContain(`connect         calls ${to}`)
  })

  it('R-61 takes a number of the application with randomFromNumber', async () => {
    const { from, ...random } = connect({ randomFromNumber: true, eventUrl })
    const call = await dial(answering({ '/answer': [random], '/called': undefined }))
    expect(call.webhooks[1]?.fields.from).toBe('447700900000')
  })

  it('R-68 plays a ringback tone until the leg answers', async () => {
    const { call, leg } = await ring(
      { ringbackTone: 'https://example.com/tone.mp3' },
      { type: 'app', user: 'ada', number: undefined },
    )
    expect(call.heard).toStrictEqual(['https://example.com/tone.mp3'])
    await leg.answer()
    expect(call.transcript()).toContain('hears no more of it')
  })

  it('R-76 sends dtmfAnswer to who answers', async () => {
    const { leg } = await ring({}, { dtmfAnswer: 'p12#' })
    await leg.answer()
    expect(leg.received).toStrictEqual(['1', '2', '#'])
  })

  it('lets the two hear each other’s keys', async () => {
    const { call, leg } = await ring()
    await leg.answer()
    await call.press('5')
    await leg.press('6')
    expect([leg.received, call.leg.received]).toStrictEqual([['5'], ['6']])
  })
})

describe('R-78: onAnswer', () => {
  const onAnswer = { url: 'https://app.example.com/whisper' }

  it('runs its NCCO only on the called leg, then joins', async () => {
    const whisper = [talk('A call from the shop.')]
    const { call, leg } = await ring({}, { onAnswer }, { '/whisper': whisper })
    await leg.answer()
    expect([leg.heard, call.heard, call.state]).toStrictEqual([
      ['A call from the shop.'],
      [],
      'connected',
    ])
  })

  it('lets the called leg press keys before it is joined', async () => {
    const routes = {
      '/whisper': [talk('Press 1.'), keys({ maxDigits: 1 })],
      '/chosen': [talk('Joining.')],
    }
    const { call, leg } = await ring({}, { onAnswer }, routes)
    await leg.answer()
    expect(call.hears(leg)).toBe(false)
    await leg.press('1')
    expect([leg.heard, call.hears(leg)]).toStrictEqual([['Press 1.', 'Joining.'], true])
  })

  it('lets the called leg press keys while a machine is looked for', async () => {
    const routes = {
      '/whisper': [talk('Press 1.'), keys({ maxDigits: 1, timeOut: 1 })],
      '/chosen': ({ dtmf }: Record<string, unknown>) => [
        talk(`${(dtmf as { digits: string }).digits} was pressed.`),
      ],
    }
    const { call, leg } = await ring({ ...amd('default') }, { onAnswer }, routes)
    await leg.answer()
    await leg.press('1')
    expect(leg.heard).toStrictEqual(['Press 1.', '1 was pressed.'])
    expect(call.state).toBe('connected')
  })

  it('lets the called leg speak before it is joined', async () => {
    const routes = {
      '/whisper': [talk('Say yes.'), speech()],
      '/chosen': ({ speech }: Record<string, unknown>) => [
        talk(`${(speech as { results: { text: string }[] }).results[0]?.text}.`),
      ],
    }
    const { call, leg } = await ring({}, { onAnswer }, routes)
    await leg.answer()
    await leg.say('Yes', { confidence: 0.5 })
    expect([leg.heard, call.heard]).toStrictEqual([['Say yes.', 'Yes.'], []])
    expect(call.hears(leg)).toBe(true)
  })

  it('sends each key of the called leg in asynchronous mode, until it is joined', async () => {
    const input = { ...keys(), mode: 'asynchronous' }
    const routes = { '/whisper': [input, talk('A call from the shop.')], '/chosen': undefined }
    const app = answering({ '/answer': [connect({}, { onAnswer })], ...routes })
    const call = await dial(app, { pace: 'manual' })
    const [leg] = call.legs
    await leg?.answer()
    await leg?.press('1')
    await call.wait(5)
    expect(call.state).toBe('connected')
    await leg?.press('2')
    const inputs = call.webhooks.filter(({ kind }) => kind === 'input')
    expect(inputs.map(({ fields }) => fields.dtmf)).toStrictEqual([
      { digits: '1', timed_out: false },
    ])
    expect(call.leg.received).toStrictEqual(['2'])
  })

  it.each([
    ['at once', { '/whisper': [{ action: 'talk' }] }],
    ['after an input', { '/whisper': [keys({ maxDigits: 1 })], '/chosen': [{ action: 'talk' }] }],
  ])('R-95 tells of an NCCO for the called leg that is refused %s', async (_, routes) => {
    const app = answering({
      '/answer': [connect({}, { onAnswer }), talk('Goodbye.')],
      '/event': undefined,
      ...routes,
    })
    const call = await dial(app, { eventUrl: '/event' })
    await call.legs[0]?.answer()
    if (!call.ended) await call.legs[0]?.press('1')
    expect(call.webhooks.find(({ kind }) => kind === 'error')?.fields.reason).toBe(
      'Syntax error in NCCO. Invalid value type or action.',
    )
    expect([call.legs[0]?.status, call.heard]).toStrictEqual(['completed', ['Goodbye.']])
  })

  it('hangs the called leg up without an NCCO for it', async () => {
    const { call, leg } = await ring({}, { onAnswer })
    await leg.answer()
    expect([leg.status, call.heard]).toStrictEqual(['completed', ['Goodbye.']])
  })
})

describe('R-69: a synchronous connect', () => {
  const routes = { '/called': ({ status }: Record<string, unknown>) => fallback(String(status)) }
  const fallback = (status: string) =>
    ['busy', 'timeout', 'failed', 'rejected', 'unanswered'].includes(status)
      ? [talk(`It is ${status}.`)]
      : undefined

  it.each([
    ['busy', 'busy'],
    ['reject', 'rejected'],
    ['unavailable', 'unanswered'],
    ['fail', 'failed'],
  ] as const)('takes an NCCO after %s()', async (method, status) => {
    const { call, leg } = await ring({ eventType: 'synchronous' }, {}, routes)
    await leg[method]()
    expect(call.heard).toStrictEqual([`It is ${status}.`])
  })

  it('takes an NCCO after the timeout', async () => {
    const { call } = await ring({ eventType: 'synchronous', timeout: 5 }, {}, routes)
    await call.wait(5)
    expect(call.heard).toStrictEqual(['It is timeout.'])
  })

  it('is the only one that does', async () => {
    const { call, leg } = await ring({}, {}, routes)
    await leg.busy()
    expect(call.heard).toStrictEqual(['Goodbye.'])
  })
})

describe('machine detection', () => {
  it('tells of a machine, and goes on', async () => {
    const { call, leg } = await ring({ machineDetection: 'continue' })
    await leg.answer({ as: 'machine' })
    expect([statuses(call).at(-1), leg.status]).toStrictEqual(['machine', 'answered'])
    const { fields } = call.webhooks.at(-1) ?? {}
    expect(fields).toMatchObject({ call_uuid: leg.uuid })
    expect(fields).not.toHaveProperty('uuid')
  })

  it('hangs up on a machine', async () => {
    const { call, leg } = await ring({ machineDetection: 'hangup' })
    await leg.answer({ as: 'machine' })
    expect([leg.status, call.heard]).toStrictEqual(['completed', ['Goodbye.']])
  })

  it('says nothing of a human', async () => {
    const { call, leg } = await ring({ machineDetection: 'hangup' })
    await leg.answer()
    expect([statuses(call).at(-1), call.state]).toStrictEqual(['answered', 'connected'])
  })

  it('R-64 lets the advanced one override the simple one', async () => {
    const { call, leg } = await ring({ machineDetection: 'hangup', ...amd('detect') })
    await leg.answer({ as: 'machine' })
    expect([leg.status, statuses(call).at(-1)]).toStrictEqual(['answered', 'machine'])
  })

  it.each([
    ['default', 0],
    ['detect', 3],
    ['detect_beep', 9],
  ])('in mode %s joins after %d seconds', async (mode, joined) => {
    const ncco = [connect({ eventUrl, ...amd(mode) })]
    const app = answering({ '/answer': ncco, '/called': undefined })
    const call = await dial(app, { pace: 'manual' })
    await call.legs[0]?.answer({ as: 'machine', beep: 9 })
    let seconds = 0
    for (; call.state !== 'connected'; seconds++) await call.wait(1)
    expect(seconds).toBe(joined)
    expect(call.webhooks.some(({ status }) => status === 'machine')).toBe(joined >= 3)
  })

  it.each([
    [4, 'beep_start', 4],
    [false, 'beep_timeout', 45],
  ] as const)('waits for a beep at %s', async (beep, state, at) => {
    const { call, leg } = await ring(amd('detect_beep'))
    await leg.answer({ as: 'machine', beep })
    expect(call.webhooks.at(-1)).toMatchObject({ at, fields: { sub_state: state } })
    expect(call.state).toBe('connected')
  })

  it('in mode default takes an NCCO after its verdict', async () => {
    const called = ({ status }: Record<string, unknown>) =>
      status === 'machine' ? [talk('A machine.')] : undefined
    const { call, leg } = await ring(amd('default'), {}, { '/called': called })
    await leg.answer({ as: 'machine' })
    expect([call.heard, leg.status]).toStrictEqual([['A machine.'], 'completed'])
  })

  it('in mode default that hangs up on machines takes an NCCO for a human', async () => {
    const called = ({ status }: Record<string, unknown>) =>
      status === 'human' ? [talk('A human.')] : undefined
    const { call, leg } = await ring(amd('default', 'hangup'), {}, { '/called': called })
    await leg.answer()
    expect([call.heard, leg.status]).toStrictEqual([['A human.'], 'completed'])
  })

  it('R-65 refuses an advanced detection without behavior', async () => {
    const call = await dial([connect({ advancedMachineDetection: { mode: 'detect' } })])
    expect(call.ended?.reason).toBe('invalid-ncco')
  })
})

describe('a websocket', () => {
  const socket = {
    action: 'connect',
    eventUrl,
    endpoint: [
      {
        type: 'websocket',
        uri: 'wss://example.com/bot',
        'content-type': 'audio/l16;rate=16000',
        headers: { language: 'en-GB' },
      },
    ],
  }

  it('is sent its first message, and the keys of the caller', async () => {
    const call = await dial([socket])
    await call.legs[0]?.answer()
    await call.press('5')
    expect(call.legs[0]?.received).toStrictEqual([
      {
        event: 'websocket:connected',
        'content-type': 'audio/l16;rate=16000',
        language: 'en-GB',
      },
      { event: 'websocket:dtmf', digit: '5', duration: 260 },
    ])
  })

  it.each([
    ['an NCCO', [talk('The bot is gone.')], ['The bot is gone.']],
    ['nothing', undefined, ['Goodbye.']],
  ])('R-70 that is dropped may be answered with %s', async (_, answer, heard) => {
    const called = ({ status }: Record<string, unknown>) =>
      status === 'disconnected' ? answer : undefined
    const call = await dial(answering({ '/answer': [socket, talk('Goodbye.')], '/called': called }))
    await call.legs[0]?.answer()
    await call.legs[0]?.disconnect()
    expect(call.heard).toStrictEqual(heard)
    const { fields } = call.webhooks.find(({ status }) => status === 'disconnected') ?? {}
    expect(fields).toMatchObject({ headers: { language: 'en-GB' } })
    expect(fields).not.toHaveProperty('direction')
  })

  it('does not show the query of its URI', async () => {
    const uri = 'wss://example.com/bot?token=hidden#part'
    const call = await dial([{ ...socket, endpoint: [{ ...socket.endpoint[0], uri }] }])
    expect(call.legs[0]?.endpoint.uri).toBe(uri)
    expect(call.transcript()).toContain('calls wss://example.com/bot\n')
    expect(JSON.stringify(call.timeline)).not.toContain('hidden')
  })

  it('is the only leg that can be dropped', async () => {
    const { leg } = await ring()
    await leg.answer()
    await expect(leg.disconnect()).rejects.toMatchObject({ code: 'not-a-websocket' })
  })
})

describe('a connect that breaks a rule', () => {
  const phone = { type: 'phone', number: colleague }
  const websocket = {
    type: 'websocket',
    uri: 'wss://example.com',
    'content-type': 'audio/l16;rate=16000',
  }
  it.each([
    ['R-60 with two endpoints', { endpoint: [phone, phone] }],
    ['R-61 with from and randomFromNumber', { randomFromNumber: true }],
    ['R-63 with a timeout over 120', { timeout: 121 }],
    [
      'R-66 with a beep_timeout under 30',
      { advancedMachineDetection: { behavior: 'continue', beep_timeout: 5 } },
    ],
    ['R-71 with a sip uri and user', { endpoint: [{ type: 'sip', uri: 'sip:a@b.c', user: 'a' }] }],
    [
      'R-72 with other standardHeaders',
      { endpoint: [{ type: 'sip', uri: 'sip:a@b.c', standardHeaders: { Other: '1' } }] },
    ],
    [
      'R-73 with a custom authorization without value',
      { endpoint: [{ ...websocket, authorization: { type: 'custom' } }] },
    ],
    [
      'R-74 with a websocket over https',
      { endpoint: [{ ...websocket, uri: 'https://a.example' }] },
    ],
    [
      'R-74 with a content-type that is in no list',
      { endpoint: [{ ...websocket, 'content-type': 'audio/mpeg' }] },
    ],
  ])('%s ends a strict call', async (_, more) => {
    const call = await dial([connect(more)], { strict: true })
    expect([call.ended?.reason, call.legs]).toStrictEqual(['invalid-ncco', []])
  })
})
