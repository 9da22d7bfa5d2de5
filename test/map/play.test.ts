import { dial, play } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, keys, speech, talk } from '../support/answering'

const echo = answering({
  '/answer': [talk('Key?'), keys({ maxDigits: 4 })],
  '/chosen': (fields) => {
    const { digits } = fields.dtmf as { digits: string | null }
    return [talk(`You pressed ${digits ?? 'nothing'}.`), speech({}, '/said')]
  },
  '/said': (fields) => {
    const { results } = fields.speech as { results: { text: string }[] }
    return [talk(`You said ${results[0]?.text ?? 'nothing'}.`), connect(), talk('Goodbye.')]
  },
})

describe('play', () => {
  it('does the acts of a script, each until the call waits for someone', async () => {
    const call = await dial(echo)
    await play(call, 'press 12; say a pizza, please; leg answer; leg hang up')
    expect(call.heard).toStrictEqual(['Key?', 'You pressed 12.', 'You said a pizza, please.'])
    expect(call.ended?.reason).toBe('completed')
  })

  it('is silent until what listens gives up', async () => {
    const call = await dial(echo)
    await play(call, ['silence', 'silence'])
    expect(call.heard.slice(1)).toStrictEqual(['You pressed nothing.', 'You said nothing.'])
    expect(call.state).toBe('connecting')
  })

  it.each([
    ['leg busy', 'busy'],
    ['leg 1 busy', 'busy'],
    ['leg reject', 'rejected'],
    ['leg unavailable', 'unanswered'],
    ['leg fail', 'failed'],
    ['leg unanswered', 'timeout'],
  ])('%s: the leg that was called is %s', async (act, status) => {
    const call = await dial([connect(), talk('Goodbye.')])
    await play(call, act)
    expect(call.legs[0]?.status).toBe(status)
    expect(call.heard).toStrictEqual(['Goodbye.'])
  })

  it('disconnects a websocket that hangs up', async () => {
    const endpoint = [
      { type: 'websocket', uri: 'wss://example.com', 'content-type': 'audio/l16;rate=16000' },
    ]
    const call = await dial([{ action: 'connect', endpoint }, talk('Goodbye.')])
    await play(call, 'leg answer; leg hang up')
    expect(call.heard).toStrictEqual(['Goodbye.'])
  })

  it('waits, and hangs up', async () => {
    const call = await dial(echo)
    await play(call, 'wait 1.5; hang up')
    expect(call.ended).toStrictEqual({ at: 1.767, reason: 'hung-up' })
  })

  it('lets the legs talk', async () => {
    const call = await dial([connect()])
    await play(call, 'leg answer; say Hello; leg say Hello yourself; leg press 1')
    expect(call.legs[0]?.heard).toStrictEqual(['Hello'])
    expect(call.heard).toStrictEqual(['Hello yourself'])
    expect(call.leg.received).toStrictEqual(['1'])
    expect(call.legs[0]?.endpoint.number).toBe(colleague)
  })

  it.each([
    ['pres 1', '"pres 1" is not an act.'],
    ['press 1a', '"press 1a" is not an act.'],
    ['leg answer', '"leg answer" names a leg, and the flow has called nobody.'],
  ])('refuses %s', async (script, message) => {
    const call = await dial(echo)
    const error = await play(call, script).catch((thrown) => thrown)
    expect(error.code).toBe('no-such-act')
    expect(error.message).toContain(message)
  })

  it('refuses what is not a call', async () => {
    const error = await play({} as never, 'press 1').catch((thrown) => thrown)
    expect(error.code).toBe('simulator-option')
  })
})
