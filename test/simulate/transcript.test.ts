import assert from 'node:assert'
import { inspect } from 'node:util'
import { createVoiceApp } from 'ncco-jsx/serve'
import { callOut, type Delivery, dial, SimulatorError, withTranscript } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { flow } from '../../examples/ivr-menu/flow'
import { answering, connect, keys, talk } from '../support/answering'

const ivr = () =>
  createVoiceApp({ ...flow, secret: 'only for tests, where it is no secret', signature: false })

/** A caller who hesitates, chooses, and is connected. */
async function converse() {
  const call = await dial(ivr(), { eventUrl: '/event' })
  await call.wait(10)
  await call.press('2')
  const [leg] = call.legs
  await leg?.answer()
  await call.say('Hello, I need help.')
  await leg?.hangUp()
  return call
}

/** What a promise rejects with. */
const failure = (promise: Promise<unknown> | undefined): Promise<SimulatorError> =>
  (promise ?? Promise.resolve()).then(
    () => expect.unreachable('Nothing was thrown.'),
    (error: SimulatorError) => error,
  )

describe('a transcript', () => {
  it('reads as a screenplay', async () => {
    const call = await converse()
    expect(call.transcript()).toMatchInlineSnapshot(`
      "   0.00  447700900001    calls 447700900000
         0.00  → started       POST https://app.example.com/event: 204
         0.00  → ringing       POST https://app.example.com/event: 204
         0.00  → answer        GET https://app.example.com/answer: 200, 2 actions
         0.00  447700900001    is answered
         0.00  447700900001    hears “For sales, press 1, or say sales. For support, press 2, or say support.”
         0.00  input           listens for keys and speech
         0.00  → answered      POST https://app.example.com/event: 204
        15.93  → input         POST https://app.example.com/chosen: 200, 2 actions
        15.93  447700900001    hears “Sorry, I did not get that. For sales, press 1, or say sales. For support, press 2, or say support.”
        15.93  input           listens for keys and speech
        24.27  447700900001    presses 2
        24.27  → input         POST https://app.example.com/chosen: 200, 2 actions
        24.27  447700900001    hears “I will connect you to support.”
        26.27  connect         calls 447700900003
        26.27  447700900003    is ringing
        26.27  → started       POST https://app.example.com/event: 204
        26.27  → ringing       POST https://app.example.com/event: 204
        26.27  447700900003    is answered
        26.27  → answered      POST https://app.example.com/event: 204
        26.27  447700900001    says “Hello, I need help.”
        26.27  447700900003    hears 447700900001: “Hello, I need help.”
        27.73  447700900003    is completed
        27.73  call            ended: completed
        27.73  → completed     POST https://app.example.com/event: 204
        27.73  → completed     POST https://app.example.com/event: 204"
    `)
  })

  it('is the same for the same script, and so is the timeline', async () => {
    const [one, other] = [await converse(), await converse()]
    expect(one.transcript()).toBe(other.transcript())
    expect(JSON.stringify(one.timeline)).toBe(JSON.stringify(other.timeline))
  })

  it('is made of a timeline of plain data', async () => {
    const { timeline } = await converse()
    expect(JSON.parse(JSON.stringify(timeline))).toStrictEqual(timeline)
  })
})

describe('an expectation that fails', () => {
  it('shows the transcript', async () => {
    const call = await dial([talk('Goodbye.')])
    const shown = '447700900001    calls 447700900000'
    expect(inspect(call)).toContain(shown)
    expect(JSON.parse(JSON.stringify(call))).toStrictEqual({
      state: 'ended',
      ended: { at: 0.533, reason: 'completed' },
      heard: ['Goodbye.'],
      transcript: call.transcript().split('\n'),
    })
  })

  it.each([
    ['of the test runner', (heard: unknown) => expect(heard).toStrictEqual([])],
    ['of node:assert', (heard: unknown) => assert.deepStrictEqual(heard, [])],
  ])('shows it with the assertions %s', async (_, check) => {
    const call = await dial([talk('Goodbye.')])
    const thrown = (act: () => void) => {
      try {
        act()
      } catch (error) {
        return error as Error
      }
      return expect.unreachable()
    }
    const bare = thrown(() => check(call.heard))
    const explained = thrown(() => withTranscript(call, () => check(call.heard)))
    expect(explained.message).toBe(`${bare.message}\n\n${call.transcript()}`)
    expect(explained.stack).toContain(call.transcript())
    const later = await failure(withTranscript(call, async () => check(call.heard)))
    expect(later.message).toBe(explained.message)
  })

  it('gives back what a check gives that holds', async () => {
    const call = await dial([talk('Goodbye.')])
    expect(withTranscript(call, () => 7)).toBe(7)
    await expect(withTranscript(call, async () => 7)).resolves.toBe(7)
  })

  it('leaves an error of the simulator as it is', async () => {
    const call = await dial([talk('Goodbye.')])
    const error = await failure(withTranscript(call, () => call.press('1')))
    expect(error.message.split('calls 447700900000')).toHaveLength(2)
  })

  it('compares the properties of a call and of a leg', async () => {
    const call = await dial([connect()])
    expect(call).toMatchObject({ state: 'connecting', legs: [{ status: 'ringing' }] })
    expect(() => expect(call).toMatchObject({ state: 'ended' })).toThrow('to match object')
    expect(() => expect(call.legs[0]).toMatchObject({ status: 'busy' })).toThrow('to match object')
    expect(call.legs[0]).toBe(call.legs[0])
    expect(Object.keys(call.leg)).not.toContain('control')
  })
})

describe('errors', () => {
  it('tell what the call was doing, and end with the transcript', async () => {
    const call = await dial(answering({ '/answer': [connect()] }))
    const error = await failure(call.press('1'))
    expect(error).toBeInstanceOf(SimulatorError)
    expect(error.message).toMatchInlineSnapshot(`
      "key-unheard: Nothing listens for the key 1: the call rings 447700900002.
        Press keys while an input listens, or put an <Input> where the key is pressed.
        docs/errors.md#key-unheard

         0.00  447700900001    calls 447700900000
         0.00  → answer        GET https://app.example.com/answer: 200, 1 action
         0.00  447700900001    is answered
         0.00  connect         calls 447700900002
         0.00  447700900002    is ringing
         0.00  447700900001    presses 1"
    `)
    expect(error.message.endsWith(error.transcript)).toBe(true)
  })

  it('say that a call is over, and why', async () => {
    const call = await dial([talk('Goodbye.')])
    for (const act of [call.press('1'), call.say('Hi'), call.wait(1), call.hangUp()]) {
      expect(await failure(act)).toMatchObject({
        code: 'call-over',
        message: expect.stringContaining('The call is over: it ended at 0.533 s (completed).'),
      })
    }
  })

  it('refuse what is done twice, or too early', async () => {
    const call = await dial([connect(), keys()])
    const [leg] = call.legs
    expect((await failure(leg?.hangUp())).code).toBe('leg-not-answered')
    expect((await failure(leg?.say('Hi'))).code).toBe('leg-not-answered')
    await leg?.answer()
    expect((await failure(leg?.answer())).code).toBe('leg-not-ringing')
    expect((await failure(leg?.busy())).code).toBe('leg-not-ringing')
    await leg?.hangUp()
    expect((await failure(leg?.press('1'))).code).toBe('leg-not-answered')
  })

  it('refuse keys that no telephone has', async () => {
    const call = await dial([keys()])
    for (const pressed of ['a', '', '1 2']) {
      expect((await failure(call.press(pressed))).code).toBe('no-such-key')
    }
  })

  it.each([
    ['no to', {}],
    ['no options', undefined],
    ['an empty to', { to: '' }],
    ['a to that leads nowhere', { to: { type: 'user' } }],
    ['a ringingTimer below 0', { to: '1', ringingTimer: -5 }],
    ['a lengthTimer that is no number', { to: '1', lengthTimer: 'long' }],
    ['a pace', { to: '1', pace: 'x' }],
  ])('refuse to call out with %s', async (_, options) => {
    const called = callOut([keys()], options as never)
    expect((await failure(called)).code).toBe('simulator-option')
  })

  it.each([[undefined], [null], [7], [{ action: 'talk' }], [{}]])(
    'say what can be dialled, which %j cannot',
    async (target) => {
      const error = await failure(dial(target as never))
      expect(error.code).toBe('simulator-option')
      expect(error.message).toContain('What is dialled must be an app with a fetch')
    },
  )

  it('let what faults() throws through, and do not wait for the webhook', async () => {
    const faults = ({ kind }: Delivery) => {
      if (kind === 'input') throw new Error('A mistake.')
      return undefined
    }
    const app = answering({ '/answer': [keys({ maxDigits: 1 }), keys()], '/chosen': undefined })
    const call = await dial(app, { faults })
    await expect(call.press('1')).rejects.toThrow('A mistake.')
    expect(call.state).toBe('listening')
  })

  it('refuse to answer for the application', async () => {
    const answer = answering({ '/answer': [keys()] })
    const slow = { pace: 'manual', faults: () => ({ slow: 2 }) } as const
    const call = await dial(answer, slow)
    expect(call.state).toBe('ringing')
    expect((await failure(call.leg.answer())).code).toBe('leg-not-ringing')
    expect((await failure(call.leg.busy())).code).toBe('leg-not-ringing')
  })

  it('say that nobody hears what is said', async () => {
    const call = await dial([keys()])
    expect((await failure(call.say('Hello?'))).code).toBe('speech-unheard')
  })

  it('tell a caller who waits for ever that the flow does not end', async () => {
    const app = answering({ '/answer': [keys()], '/chosen': [talk('Sorry.'), keys()] })
    const call = await dial(app)
    const error = await failure(call.wait(4000))
    expect(error.code).toBe('endless-call')
    expect(error.message).toContain(
      'The call does not end: after 3600 s the call listens for keys.',
    )
    await call.hangUp()
    expect(call.ended).toStrictEqual({ at: 3600, reason: 'hung-up' })
  })

  it('tell of a flow that never waits for anybody', async () => {
    const notify = { action: 'notify', payload: {}, eventUrl: ['https://app.example.com/step'] }
    const round = [talk('Round and round.'), notify]
    const app = answering({ '/answer': round, '/step': round })
    expect((await failure(dial(app))).code).toBe('endless-call')
  })

  it('find a circle without a pause', async () => {
    const circle = [{ action: 'notify', payload: {}, eventUrl: ['https://app.example.com/answer'] }]
    const error = await failure(dial(answering({ '/answer': circle })))
    expect(error.code).toBe('loop-without-pause')
    expect(error.transcript).toContain('ended: loop')
  })

  it.each([
    ['a platform', { platform: {} }],
    ['a URL', { eventUrl: 'event' }],
    ['an answerMethod', { answerMethod: 'PUT' }],
    ['a pace', { pace: 'x' }],
    ['an endpointType', { endpointType: 'zzz' }],
    ['a faults', { faults: 5 }],
  ])('refuse %s that is none', async (_, options) => {
    expect((await failure(dial([keys()], options as never))).code).toBe('simulator-option')
  })
})
