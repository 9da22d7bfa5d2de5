import { type Call, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys, speech, talk } from '../../support/answering'

const both = { ...keys(), type: ['dtmf', 'speech'] }

/** Calls a flow with this input, and gives the fields of its webhook after what was done. */
async function inputWebhook(input: object, act: (call: Call) => Promise<void>) {
  const call = await dial(answering({ '/answer': [input], '/chosen': [talk('Thanks.')] }))
  await act(call)
  return call.webhooks.find(({ kind }) => kind === 'input')
}

describe('input by key', () => {
  it('sends the documented fields when maxDigits is reached', async () => {
    const webhook = await inputWebhook(keys({ maxDigits: 2 }), (call) => call.press('12'))
    expect(webhook?.fields).toStrictEqual({
      dtmf: { digits: '12', timed_out: false },
      speech: { results: [] },
      from: '447700900001',
      to: '447700900000',
      uuid: '00000000000040008000000000000002',
      conversation_uuid: 'CON-00000000-0000-4000-8000-000000000001',
      timestamp: '2026-01-01T00:00:00.250Z',
    })
  })

  it.each([
    ['four keys are enough by default', {}, '1234', { digits: '1234', timed_out: false }],
    [
      '# submits with submitOnHash',
      { submitOnHash: true },
      '12#',
      { digits: '12', timed_out: false },
    ],
    ['only # submits nothing', { submitOnHash: true }, '#', { digits: null, timed_out: false }],
    [
      '# is a key without submitOnHash',
      { maxDigits: 3 },
      '12#',
      { digits: '12#', timed_out: false },
    ],
  ])('%s', async (_, dtmf, pressed, result) => {
    const webhook = await inputWebhook(keys(dtmf), (call) => call.press(pressed))
    expect(webhook?.fields.dtmf).toStrictEqual(result)
  })

  it('submits what there is after timeOut without another key', async () => {
    const webhook = await inputWebhook(keys({ timeOut: 5 }), async (call) => {
      await call.press('1')
      await call.wait(4)
      await call.press('2')
      await call.wait(5)
    })
    expect(webhook?.fields.dtmf).toStrictEqual({ digits: '12', timed_out: true })
    expect(webhook?.at).toBe(9)
  })

  it('submits nothing after timeOut without any key', async () => {
    const webhook = await inputWebhook(keys(), (call) => call.wait(3))
    expect(webhook?.fields).toMatchObject({
      dtmf: { digits: null, timed_out: true },
      speech: { results: [] },
    })
  })

  it('goes to the event URL of the application without an eventUrl', async () => {
    const { eventUrl, ...input } = keys({ maxDigits: 1 })
    const app = answering({
      '/answer': [input],
      '/event': ({ dtmf }) => (dtmf ? [talk('Hi.')] : undefined),
    })
    const call = await dial(app, { eventUrl: '/event' })
    await call.press('1')
    expect(call.heard).toStrictEqual(['Hi.'])
  })

  it('R-35 goes nowhere without any event URL, and the flow goes on', async () => {
    const { eventUrl, ...input } = keys({ maxDigits: 1 })
    const call = await dial(answering({ '/answer': [input, talk('Left.')] }))
    await call.press('1')
    expect(call.heard).toStrictEqual(['Left.'])
  })

  it('goes out as GET with nested values as JSON text', async () => {
    const input = { ...keys({ maxDigits: 1 }), eventMethod: 'GET' }
    const call = await dial(
      answering({
        '/answer': [input],
        '/chosen': ({ dtmf }) => [talk(`${JSON.parse(String(dtmf)).digits}`)],
      }),
    )
    await call.press('7')
    expect(call.heard).toStrictEqual(['7'])
  })

  it('R-33 sends every key by itself in asynchronous mode, while the flow goes on', async () => {
    const input = { ...keys(), mode: 'asynchronous' }
    const ncco = [talk('Press any key.', { bargeIn: true }), input, talk('Now listen to this.')]
    const app = answering({ '/answer': ncco, '/chosen': [talk('No.')] })
    const call = await dial(app, { pace: 'manual' })
    await call.wait(0.4)
    await call.press('12')
    await call.wait(5)
    const inputs = call.webhooks.filter(({ kind }) => kind === 'input')
    expect(inputs.map(({ at, fields }) => [at, fields.dtmf])).toStrictEqual([
      [0.4, { digits: '1', timed_out: false }],
      [0.65, { digits: '2', timed_out: false }],
    ])
    expect(call.heard).toStrictEqual(['Press…', 'Now listen to this.'])
    expect(call.ended?.reason).toBe('completed')
  })
})

describe('input in asynchronous mode', () => {
  const input = { ...keys(), mode: 'asynchronous' }

  it('sends the key that breaks off the last prompt, before the call ends', async () => {
    const ncco = [talk('Press any key.', { bargeIn: true }), input]
    const app = answering({ '/answer': ncco, '/chosen': undefined, '/event': undefined })
    const call = await dial(app, { pace: 'manual', eventUrl: '/event' })
    await call.press('1')
    expect(call.webhooks.slice(-2)).toMatchObject([{ kind: 'input' }, { status: 'completed' }])
  })

  /** Runs this after the input, and gives the call, and the keys that each path received. */
  async function listening(...ncco: object[]) {
    const received: unknown[] = []
    const route = (path: string) => (fields: Record<string, unknown>) => {
      if (fields.dtmf) received.push([path, fields.dtmf])
      return undefined
    }
    const routes = { '/chosen': route('/chosen'), '/menu': route('/menu') }
    const call = await dial(answering({ '/answer': [input, ...ncco], ...routes }))
    return { call, received }
  }
  const only = (digits: string) => ['/chosen', { digits, timed_out: false }]

  it('sends the keys that another leg hears', async () => {
    const { call, received } = await listening(connect())
    await call.legs[0]?.answer()
    await call.press('12')
    await call.legs[0]?.press('3')
    expect(received).toStrictEqual([only('1'), only('2')])
    expect([call.legs[0]?.received, call.leg.received]).toStrictEqual([['1', '2'], ['3']])
  })

  it('sends the keys that are pressed into a recording', async () => {
    const { call, received } = await listening({ action: 'record', endOnKey: '#' })
    await call.press('1#')
    expect(received).toStrictEqual([only('1'), only('#')])
    expect(call.ended).toStrictEqual({ at: 0.25, reason: 'completed' })
  })

  it('sends the keys that another input collects', async () => {
    const { call, received } = await listening(
      talk('Press two keys.', { bargeIn: true }),
      keys({ maxDigits: 2 }, '/menu'),
    )
    await call.press('12')
    expect(received).toStrictEqual([
      only('1'),
      only('2'),
      ['/menu', { digits: '12', timed_out: false }],
    ])
  })

  it('sends no key after another in its mode, which takes its place', async () => {
    const other = { ...keys({}, '/menu'), mode: 'asynchronous' }
    const { call, received } = await listening(other, { action: 'wait', timeout: 60 })
    await call.press('1')
    expect(received).toStrictEqual([['/menu', { digits: '1', timed_out: false }]])
  })

  it.each([
    ['it', input],
    ['a recording', { action: 'record' }],
  ])('lets the caller act in a wait while %s runs', async (_, before) => {
    const app = answering({
      '/answer': [before, { action: 'wait', timeout: 60 }],
      '/chosen': undefined,
    })
    const call = await dial(app)
    expect([call.state, call.ended]).toStrictEqual(['waiting', undefined])
    await (before === input ? call.press('1') : call.say('Hello.'))
    await call.wait(60)
    expect(call.ended).toStrictEqual({ at: 60, reason: 'completed' })
  })
})

describe('input by speech', () => {
  it('sends what was said after endOnSilence, with the confidence as text', async () => {
    const webhook = await inputWebhook(speech({ endOnSilence: 1.5 }), (call) =>
      call.say('sales please', { confidence: 1, seconds: 2 }),
    )
    expect(webhook?.at).toBe(3.5)
    expect(webhook?.fields).toMatchObject({
      dtmf: { digits: null, timed_out: false },
      speech: {
        timeout_reason: 'end_on_silence_timeout',
        results: [{ text: 'sales please', confidence: '1.0' }],
      },
    })
  })

  it('breaks off what is longer than maxDuration', async () => {
    const webhook = await inputWebhook(speech({ maxDuration: 3 }), (call) =>
      call.say('one two three four', { seconds: 6 }),
    )
    expect(webhook?.at).toBe(3)
    expect(webhook?.fields.speech).toStrictEqual({
      timeout_reason: 'max_duration',
      results: [{ text: 'one two', confidence: '0.9' }],
    })
  })

  it('goes on with an utterance until the silence is long enough', async () => {
    const app = answering({ '/answer': [speech({ endOnSilence: 2 })], '/chosen': undefined })
    const call = await dial(app, { pace: 'manual' })
    await call.say('Sales,', { seconds: 1 })
    await call.wait(1)
    await call.say('please.', { seconds: 1 })
    await call.wait(2)
    expect(call.webhooks[1]).toMatchObject({
      at: 5,
      fields: { speech: { results: [{ text: 'Sales, please.' }] } },
    })
  })

  it('gives up after startTimeout without a word', async () => {
    const webhook = await inputWebhook(speech({ startTimeout: 4 }), (call) => call.wait(4))
    expect(webhook?.fields.speech).toStrictEqual({ timeout_reason: 'start_timeout', results: [] })
  })

  it('has no results for what is not recognised', async () => {
    const webhook = await inputWebhook(speech({ saveAudio: true }), (call) =>
      call.say('Mmh', { isRecognised: false }),
    )
    expect(webhook?.fields.speech).toStrictEqual({
      timeout_reason: 'end_on_silence_timeout',
      results: [],
      recording_url: expect.stringMatching(/^https:\/\/api\.nexmo\.com\/v1\/files\//),
    })
  })

  it('does not listen for keys', async () => {
    const call = await dial(answering({ '/answer': [speech()] }))
    await expect(call.press('1')).rejects.toMatchObject({ code: 'key-unheard' })
  })
})

describe('input by both', () => {
  it('that has begun with a key hears no speech, and says so', async () => {
    const call = await dial(answering({ '/answer': [both], '/chosen': undefined }))
    await call.press('1')
    await expect(call.say('sales')).rejects.toMatchObject({
      code: 'speech-unheard',
      message: expect.stringContaining('Nobody hears what is said: the call collects keys.'),
    })
  })

  it('is decided by a key', async () => {
    const webhook = await inputWebhook({ ...both, dtmf: { maxDigits: 1 } }, (call) =>
      call.press('1'),
    )
    expect(webhook?.fields).toMatchObject({
      dtmf: { digits: '1', timed_out: false },
      speech: { results: [] },
    })
  })

  it('is decided by speech', async () => {
    const webhook = await inputWebhook(both, (call) => call.say('sales'))
    expect(webhook?.fields).toMatchObject({
      dtmf: { digits: null, timed_out: false },
      speech: { results: [{ text: 'sales', confidence: '0.9' }] },
    })
  })

  it.each([
    [
      'a key after startTimeout',
      { ...both, dtmf: { maxDigits: 1, timeOut: 10 }, speech: { startTimeout: 1 } },
      (call: Call) => call.press('2'),
      { dtmf: { digits: '2', timed_out: false }, speech: { results: [] } },
    ],
    [
      'a key after timeOut',
      { ...both, dtmf: { maxDigits: 1, timeOut: 2 }, speech: { startTimeout: 4 } },
      (call: Call) => call.press('2'),
      { dtmf: { digits: '2', timed_out: false }, speech: { results: [] } },
    ],
    [
      'speech after timeOut',
      { ...both, dtmf: { timeOut: 2 }, speech: { startTimeout: 4 } },
      (call: Call) => call.say('sales'),
      {
        dtmf: { digits: null, timed_out: false },
        speech: {
          timeout_reason: 'end_on_silence_timeout',
          results: [{ text: 'sales', confidence: '0.9' }],
        },
      },
    ],
    [
      'speech after startTimeout',
      { ...both, dtmf: { timeOut: 10 }, speech: { startTimeout: 1 } },
      (call: Call) => call.say('sales'),
      {
        dtmf: { digits: null, timed_out: false },
        speech: {
          timeout_reason: 'end_on_silence_timeout',
          results: [{ text: 'sales', confidence: '0.9' }],
        },
      },
    ],
  ])('is decided by %s as if no time had run out', async (_, input, act, result) => {
    const webhook = await inputWebhook(input, async (call) => {
      await call.wait(3)
      await act(call)
    })
    const { dtmf, speech } = webhook?.fields ?? {}
    expect({ dtmf, speech }).toStrictEqual(result)
  })

  it('times out after a key, whatever ran out before', async () => {
    const input = { ...both, dtmf: { timeOut: 10 }, speech: { startTimeout: 1 } }
    const webhook = await inputWebhook(input, async (call) => {
      await call.wait(3)
      await call.press('2')
      await call.wait(10)
    })
    expect(webhook?.at).toBe(13)
    const { dtmf, speech } = webhook?.fields ?? {}
    expect([dtmf, speech]).toStrictEqual([{ digits: '2', timed_out: true }, { results: [] }])
  })

  it('is over in silence when neither is waited for', async () => {
    const webhook = await inputWebhook(both, (call) => call.wait(10))
    expect(webhook?.at).toBe(10)
    expect(webhook?.fields).toMatchObject({
      dtmf: { digits: null, timed_out: true },
      speech: { timeout_reason: 'start_timeout', results: [] },
    })
  })
})

describe('an input that breaks a rule', () => {
  it.each([
    ['R-31 without a type', { action: 'input', type: [] }],
    ['R-32 asynchronous with settings', { ...keys({ maxDigits: 1 }), mode: 'asynchronous' }],
    ['R-34 with settings for what it does not take', { ...keys(), speech: { maxDuration: 3 } }],
    ['R-36 with a timeOut over 10', keys({ timeOut: 11 })],
    ['R-36 with an endOnSilence under 0.4', speech({ endOnSilence: 0.3 })],
    ['R-38 with settings of the form before 2021', { ...keys(), maxDigits: 1 }],
  ])('%s ends a strict call', async (_, input) => {
    const call = await dial(answering({ '/answer': [input] }), { strict: true })
    expect(call.ended).toStrictEqual({ at: 0, reason: 'invalid-ncco' })
  })
})
