import {
  type Call,
  createPlatform,
  type DialOptions,
  dial,
  parseScript,
  performAct,
} from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys, speech, talk } from '../../support/answering'
import { failure } from '../../support/failure'

/** A call in which a script was performed. */
async function played(
  target: Parameters<typeof dial>[0],
  script: string,
  options: DialOptions = {},
): Promise<Call> {
  const platform = createPlatform()
  const call = await dial(target, { ...options, platform })
  for (const act of parseScript(script)) await performAct(act, call, platform)
  return call
}

const menu = [talk('For sales, press 1.', { bargeIn: true }), keys({ maxDigits: 1, timeOut: 3 })]
const said: object[] = []
const app = answering({
  '/answer': menu,
  '/chosen': ({ dtmf, speech }) => {
    said.push({ dtmf, speech })
    return [talk('Sales.'), connect(), talk('Goodbye.')]
  },
})

describe('performAct', () => {
  it('lets the people of other calls act', async () => {
    const room = answering({ '/answer': [{ action: 'conversation', name: 'standup' }] })
    const platform = createPlatform()
    const ada = await dial(room, { platform, from: '447700900031' })
    const ben = await dial(room, { platform, from: '447700900032' })
    const acts = parseScript('call 2 say Hello.; say Hello, Ben.; call 2 hang up')
    for (const act of acts) await performAct(act, ada, platform)
    expect(ada.heard).toStrictEqual(['Hello.'])
    expect(ben.heard).toStrictEqual(['Hello, Ben.'])
    expect([ada.ended, ben.ended?.reason]).toStrictEqual([undefined, 'hung-up'])
  })

  it('lets a leg of another call act, and refuses one that is not there', async () => {
    const platform = createPlatform()
    const own = await dial([keys()], { platform })
    const other = await dial([connect()], { platform })
    const act = (script: string) => {
      const [first] = parseScript(script)
      if (!first) throw new Error(script)
      return performAct(first, own, platform)
    }
    await act('call 2 leg 1 answer')
    expect(other.state).toBe('connected')
    expect((await failure(act('call 2 leg 2 answer'))).message).toContain(
      'There is no leg 2: the flow has called 1 so far.',
    )
    expect((await failure(act('call 3 press 1'))).message).toContain(
      'no-such-call: There is no call 3: the platform has had 2 so far.',
    )
  })

  it('presses keys, lets a leg answer and hangs up', async () => {
    const call = await played(app, 'dial; press 1; leg 1 answer; leg 1 say Hello; leg 1 hang up')
    expect(call.heard).toStrictEqual(['For sales, press 1.', 'Sales.', 'Hello'])
    expect(call.ended?.reason).toBe('completed')
  })

  it('is silent until the timeout of an input has ended', async () => {
    const call = await played(app, 'silence')
    expect(call.state).toBe('connecting')
    expect(said.at(-1)).toMatchObject({ dtmf: { timed_out: true } })
  })

  it.each([
    ['leg 1 busy', 'busy'],
    ['leg 1 reject', 'rejected'],
    ['leg 1 unavailable', 'unanswered'],
    ['leg 1 fail', 'failed'],
    ['leg 1 answer', 'answered'],
    ['leg 1 machine 8', 'answered'],
  ])('lets a leg do %s', async (script, status) => {
    const call = await played([connect(), keys()], script)
    expect(call.legs[0]?.status).toBe(status)
  })

  it('presses keys on a leg, and drops a websocket', async () => {
    const socket = {
      type: 'websocket',
      uri: 'wss://example.com/ws',
      'content-type': 'audio/l16;rate=16000',
    }
    const onSocket = [{ action: 'connect', endpoint: [socket] }]
    const call = await played(onSocket, 'leg 1 answer; press 12; leg 1 disconnect')
    expect(call.legs[0]?.received).toHaveLength(3)
    expect(call.ended?.reason).toBe('completed')
    const connected = await played([connect()], 'leg 1 answer; leg 1 press 7')
    expect(connected.leg.received).toStrictEqual(['7'])
  })

  it('says something, waits and hangs up', async () => {
    const call = await played(
      [speech(), talk('Thanks.'), keys()],
      'say "one; two"; wait 1; hang up',
    )
    expect(call.transcript()).toContain('says “one; two”')
    expect(call.ended?.reason).toBe('hung-up')
  })

  it('interrupts at the time of an act, where time does not pass by itself', async () => {
    const call = await played(menu, 'after 0.5 press 1', { pace: 'manual' })
    expect(call.heard).toStrictEqual(['For…'])
  })

  it('waits for the call to wait where the act has no time', async () => {
    const call = await played(menu, 'press 1', { pace: 'manual' })
    expect(call.heard).toStrictEqual(['For sales, press 1.'])
  })

  it('leaves faults to whoever dials', async () => {
    const call = await played(app, 'fault closed')
    expect(call.webhooks).toHaveLength(1)
  })

  it('says that there is no such leg, and that the call is over', async () => {
    const error = await failure(played([keys()], 'leg 2 answer'))
    expect(error.code).toBe('no-such-leg')
    expect(error.message).toContain('There is no leg 2: the flow has called 0 so far.')
    for (const script of ['silence', 'wait 1', 'press 1', 'hang up']) {
      expect((await failure(played([talk('Goodbye.')], script))).code).toBe('call-over')
    }
  })
})
