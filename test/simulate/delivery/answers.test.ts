import fc from 'fast-check'
import { dial, SimulatorError } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, keys, speech, talk } from '../../support/answering'

const hello = [talk('Hello.')]

/** Dials an app that answers with this body. */
const dialBody = (body: string, type = 'application/json') =>
  dial(() => new Response(body, { headers: { 'content-type': type } }))

describe('a refused answer tells why', () => {
  it.each([
    ['an object', '{"error":"No application."}', 'not-an-ncco: An NCCO is an array of actions'],
    ['two arrays', '[{"action":"talk","text":"a"}][]', '200, a body that is not JSON'],
    ['a talk without text', '[{"action":"talk"}]', 'missing-content: talk has no text.'],
    ['an invented action', '[{"action":"hangup"}]', 'unknown-action:'],
    ['nesting without end', `[${'['.repeat(100_000)}${']'.repeat(100_000)}]`, 'not-json:'],
  ])('%s', async (_, body, why) => {
    const call = await dialBody(body)
    expect(call.ended?.reason).toBe('invalid-ncco')
    expect(call.transcript()).toContain(why)
  })

  it('an NCCO that was dialled by itself', async () => {
    const call = await dial([{ action: 'talk' }])
    expect(call.ended?.reason).toBe('invalid-ncco')
    expect(call.timeline[1]).toMatchObject({
      type: 'note',
      text: expect.stringContaining('missing-content: talk has no text.'),
    })
  })
})

describe('text/plain', () => {
  it('is taken for JSON, as Vonage does', async () => {
    const call = await dialBody(JSON.stringify(hello), 'text/plain; charset=utf-8')
    expect(call.heard).toStrictEqual(['Hello.'])
    expect(call.transcript()).toContain('200, text/plain, 1 action')
  })

  it('that is not JSON is a failure, so a flow goes on', async () => {
    expect((await dialBody('OK', 'text/plain')).ended?.reason).toBe('no-ncco')
    const ok = new Response('OK', { headers: { 'content-type': 'text/plain' } })
    const app = answering({ '/answer': [keys({ maxDigits: 1 }), ...hello], '/chosen': ok })
    const call = await dial(app)
    await call.press('1')
    expect(call.heard).toStrictEqual(['Hello.'])
  })
})

describe('an NCCO that Vonage is known to accept runs, with a note', () => {
  it('scalars in quotes', async () => {
    const record = { action: 'record', endOnKey: '#', beepStart: 'true', endOnSilence: '3' }
    const call = await dial(answering({ '/answer': [record, talk('Thanks.', { loop: '2' })] }))
    expect(call.state).toBe('recording')
    await call.wait(3)
    expect(call.heard).toStrictEqual(['Thanks.'])
    expect(call.transcript()).toContain('A beep is heard.')
    expect(call.transcript()).toContain('wrong-type: "endOnSilence" of record')
    expect(call.transcript()).toContain('Vonage is known to accept it, so the call goes on.')
  })

  it('lists its findings once in a call', async () => {
    const menu = [talk('For sales, press 1.', { loop: '1' }), keys({ maxDigits: 1 })]
    const call = await dial(answering({ '/answer': menu, '/chosen': menu }))
    await call.press('1')
    const answers = call.timeline.flatMap((entry) =>
      entry.type === 'webhook' ? [entry.answer] : [],
    )
    expect(answers[0]).toContain('wrong-type: "loop" of talk')
    expect(answers[1]).toBe('200, 2 actions, with the same findings as above')
  })

  it('the form of input of before July 2021', async () => {
    const { type, dtmf, ...input } = keys({})
    const app = answering({
      '/answer': [{ ...input, maxDigits: 1, timeOut: '5', submitOnHash: 'true' }],
      '/chosen': hello,
    })
    const call = await dial(app)
    expect(call.state).toBe('listening')
    await call.press('1')
    expect(call.heard).toStrictEqual(['Hello.'])
    const { type: types, ...spoken } = speech({ endOnSilence: 1 })
    const asked = await dial([spoken], { pace: 'manual' })
    await asked.say('Sales')
    expect(asked.state).toBe('listening')
  })

  it('malformed SSML, which is silence', async () => {
    const app = answering({ '/answer': [talk('<speak>Salt & pepper</speak>'), talk('Goodbye.')] })
    const call = await dial(app)
    expect(call.heard).toStrictEqual(['Goodbye.'])
    expect(call.transcript()).toContain('ssml-malformed:')
    expect(call.transcript()).toContain('Nothing is heard: the SSML of a talk is malformed.')
  })

  it("the caller's own number as caller ID, with which no carrier connects", async () => {
    const call = await dial([connect({ from: '447700900001' })], { from: '447700900001' })
    expect(call.state).toBe('connecting')
    expect(call.transcript()).toContain('It must be one of your Vonage numbers')
    const other = await dial([connect()], { from: '447700900001' })
    expect(other.transcript()).not.toContain('It must be one of your Vonage numbers')
  })
})

describe('an NCCO to which the reaction of Vonage is unknown', () => {
  it.each([
    ['a level out of range', [talk('Hello.', { level: 2 })]],
    [
      'an endpoint without its array',
      [{ ...connect(), endpoint: { type: 'phone', number: colleague } }],
    ],
    ['an endpoint of an unknown type', [connect({}, { type: 'fax' })]],
    ['a retired action', [{ action: 'pay', amount: 1 }, ...hello]],
  ])('%s goes on with a note, but ends a strict call', async (_, ncco) => {
    const call = await dial(answering({ '/answer': ncco }))
    expect(call.ended?.reason).not.toBe('invalid-ncco')
    expect(call.transcript()).toContain('The reaction of Vonage is unknown.')
    const strict = await dial(answering({ '/answer': ncco }), { strict: true })
    expect(strict.ended?.reason).toBe('invalid-ncco')
  })
})

describe('an NCCO that is discarded', () => {
  const eventUrl = ['https://app.example.com/called']

  it('is a note with the remedy where a connect is not synchronous', async () => {
    const app = answering({ '/answer': [connect({ eventUrl })], '/called': hello })
    const call = await dial(app)
    await call.legs[0]?.busy()
    expect(call.heard).toStrictEqual([])
    const busy = call.timeline.find((entry) => entry.type === 'webhook' && entry.status === 'busy')
    expect(busy).toMatchObject({
      answer:
        '200, an NCCO, which is discarded: a connect takes one only with "eventType": "synchronous"',
    })
  })

  it('is a note of an event that never takes one', async () => {
    const ncco = [connect({ eventUrl, eventType: 'synchronous' })]
    const app = answering({ '/answer': ncco, '/event': hello, '/called': hello })
    const call = await dial(app, { eventUrl: '/event' })
    const [leg] = call.legs
    const discarded = '200, an NCCO, which is discarded'
    const answers = call.timeline.flatMap((entry) =>
      entry.type === 'webhook' && entry.kind === 'event' ? [[entry.status, entry.answer]] : [],
    )
    expect(answers).toStrictEqual([
      ['started', discarded],
      ['ringing', discarded],
      ['answered', discarded],
      ['started', discarded],
      ['ringing', discarded],
    ])
    expect(leg?.status).toBe('ringing')
  })
})

describe('whatever an app answers', () => {
  const flows = [
    [talk('Hello.', { bargeIn: true, loop: 2, level: 0 }), keys({ maxDigits: 1, timeOut: 3 })],
    [{ action: 'record', endOnSilence: 3, channels: 2, split: 'conversation', transcription: {} }],
    [connect({ timeout: 5, limit: 60, machineDetection: 'hangup' }, { dtmfAnswer: '1p2' })],
    [{ action: 'conversation', name: 'room', canHear: [], mute: false }],
    [speech({ endOnSilence: 1, startTimeout: 2, uuid: ['00'] })],
    [
      { action: 'wait', timeout: 1 },
      { action: 'notify', payload: {}, eventUrl: ['https://a.example/b'] },
    ],
    [{ action: 'stream', streamUrl: ['https://a.example/b.mp3'], loop: 0 }],
    [{ action: 'transfer', conversationId: 'CON-1' }],
  ]
  const odd = fc.constantFrom<unknown>(
    '',
    'x',
    '3',
    'true',
    -1,
    0.5,
    1e9,
    true,
    null,
    [],
    ['x'],
    {},
    [{}],
  )

  /** Replaces one value of an NCCO by something odd. */
  const mutated = fc.tuple(fc.constantFrom(...flows), fc.nat(), odd).map(([ncco, place, value]) => {
    const text = JSON.stringify(ncco)
    const places = [...text.matchAll(/:("[^"]*"|[\d.]+|true|false|\{\}|\[\])/g)]
    const match = places[place % places.length]
    if (!match) return text
    const { index } = match
    return `${text.slice(0, index)}:${JSON.stringify(value)}${text.slice(index + match[0].length)}`
  })

  it('nothing but a SimulatorError is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (body) => {
        const answer = () => new Response(body, { headers: { 'content-type': 'application/json' } })
        const app = ({ url, method }: Request) =>
          method === 'GET' && url.includes('/answer')
            ? answer()
            : new Response(null, { status: 204 })
        const refused = (error: unknown) => void expect(error).toBeInstanceOf(SimulatorError)
        const call = await dial(app).catch(refused)
        for (const act of ['press', 'say'] as const) await call?.[act]('1').catch(refused)
        await call?.wait(90).catch(refused)
        expect(() => call?.transcript()).not.toThrow()
      }),
      { numRuns: 400 },
    )
  })
})
