import { createPlatform, type Delivery, dial, SimulatorError } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys, talk } from '../support/answering'
import { failure } from '../support/failure'

describe('errors', () => {
  it('tell what the call was doing, and end with the transcript', async () => {
    const call = await dial(answering({ '/answer': [connect()] }))
    const error = await failure(call.press('1'))
    expect(error).toBeInstanceOf(SimulatorError)
    expect(error.message).toMatchInlineSnapshot(`
      "key-unheard: Nothing listens for the key 1: the call rings 447700900002.
        Press keys while an input listens, or let the flow listen where the key is pressed.
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
    const platform = createPlatform({ afterConnect: 'continues' })
    const call = await dial([connect(), keys()], { platform })
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
    for (const pressed of ['a', '', '1 2', 5, undefined]) {
      expect((await failure(call.press(pressed as string))).code).toBe('no-such-key')
    }
  })

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
    expect(error.transcript.endsWith('call            ended: endless')).toBe(true)
    expect(call.ended).toStrictEqual({ at: 3600, reason: 'endless' })
    expect((await failure(call.hangUp())).code).toBe('call-over')
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
})
