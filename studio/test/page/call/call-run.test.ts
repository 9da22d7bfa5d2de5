import { toScript } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { CallRun } from '../../../page/call/call-run'
import { replay } from '../../../page/call/replay'
import type { RunOptions } from '../../../page/call/switchboard'
import { menu } from './support/menu'

const run = (
  flow: (request: Request) => Response | Promise<Response> = menu,
  rest?: RunOptions['rest'],
) =>
  new CallRun({
    rest,
    answerUrl: 'https://app.example.com/answer',
    fetch: async (request) => flow(request),
    settings: {},
    startsAt: '2026-11-27T09:00:00.000Z',
  })

describe('a call of the page', () => {
  it('passes time only when it is told to, and keeps what was done', async () => {
    const call = run()
    await call.dial()
    expect(call.isWaiting).toBe(false)
    await call.passUntilWaiting()
    expect(call.platform.now).toBe(2)
    await call.perform({ kind: 'press', keys: '1' })
    await call.passUntilWaiting()
    expect(call.call?.heard).toStrictEqual(['Welcome.', 'For sales, press 1.', 'Sales.'])
    expect(toScript(call.acts)).toBe('press 1')
  })

  it('keeps the moment of a key that interrupts', async () => {
    const call = run()
    await call.dial()
    await call.passUntil(1)
    await call.perform({ kind: 'press', keys: '1' })
    expect(toScript(call.acts)).toBe('after 1 press 1')
  })

  it('keeps a silence that ended a timeout', async () => {
    const call = run()
    await call.dial()
    await call.passUntil(10)
    expect(call.done).toStrictEqual([
      { act: { kind: 'silence', seconds: 3 }, begunAt: 2, doneAt: 5 },
    ])
  })

  it('keeps a silence that was asked for once', async () => {
    const call = run()
    await call.dial()
    await call.passUntilWaiting()
    await call.perform({ kind: 'silence' })
    await call.passUntilWaiting()
    await call.perform({ kind: 'press', keys: '1' })
    expect(toScript(call.acts)).toBe('silence; press 1')
    const again = run()
    await again.dial()
    await replay(again, call.acts, undefined)
    expect(again.call?.heard).toStrictEqual(call.call?.heard)
  })

  it('does not keep what nobody heard', async () => {
    const call = run(() => Response.json([{ action: 'talk', text: 'Goodbye.' }]))
    await call.dial()
    await expect(call.perform({ kind: 'say', text: 'Hello.' })).rejects.toThrow('speech-unheard')
    expect(call.done).toStrictEqual([])
  })

  it('knows a fault from before the call from one in it', async () => {
    const call = run()
    await call.perform({ kind: 'fault', fault: { status: 503 } })
    await call.dial()
    expect(call.call?.webhooks.map(({ attempt }) => attempt)).toStrictEqual([1, 2])
    await call.perform({ kind: 'fault', fault: 'closed' })
    expect(toScript(call.acts)).toBe('fault status 503; dial; fault closed')
  })
})

describe('a call of the page with others', () => {
  const room = () => Response.json([{ action: 'conversation', name: 'standup' }])

  it('has another caller, who is heard', async () => {
    const call = run(room)
    await call.dial()
    await call.passUntil(2)
    await call.perform({ kind: 'caller', from: '447700900032' })
    await call.perform({ kind: 'call', call: 2, does: { kind: 'say', text: 'Hello.' } })
    await call.passUntil(5)
    expect(call.call?.heard).toStrictEqual(['Hello.'])
    expect(call.otherCalls).toMatchObject([
      { number: 2, isEnded: false, person: { name: '447700900032' } },
    ])
    await call.perform({ kind: 'hang-up' })
    expect([call.isEnded, call.isOver]).toStrictEqual([false, false])
    await call.perform({ kind: 'call', call: 2, does: { kind: 'hang-up' } })
    await call.passUntil(9)
    expect([call.isEnded, call.isOver]).toStrictEqual([true, true])
    const again = run(room)
    await again.dial()
    expect(await replay(again, call.acts, undefined)).toStrictEqual({ done: call.acts.length })
    expect(again.call?.heard).toStrictEqual(['Hello.'])
    expect(again.otherCalls).toStrictEqual(call.otherCalls)
  })

  const rest = {
    url: 'http://localhost:4400',
    application: { id: 'an application', publicKey: false },
  } as const

  const order = {
    to: [{ type: 'phone', number: '447700900002' }],
    from: { type: 'phone', number: '447700900000' },
    ncco: [{ action: 'talk', text: 'Your order is ready.' }],
  }

  const ask = (call: CallRun, path: string, body?: object) =>
    call.platform.api.fetch(
      new Request(rest.url + path, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    )

  it('has one that the app makes by REST, which is answered', async () => {
    const call = run(undefined, rest)
    expect((await ask(call, '/v1/calls', order)).status).toBe(201)
    expect(call.subject).toBe(call.platform.calls[0])
    expect(call.otherCalls).toMatchObject([
      { number: 1, person: { name: '447700900002', status: 'ringing' } },
    ])
    await call.perform({ kind: 'call', call: 1, does: { kind: 'answer' } })
    await call.passUntilQuiet()
    expect(call.subject?.heard).toStrictEqual(['Your order is ready.'])
  })

  it('waits, when it is played again, for the call that the app makes meanwhile', async () => {
    const calling = async (request: Request) => {
      if (new URL(request.url).pathname === '/chosen')
        setTimeout(() => ask(again, '/v1/calls', order), 50)
      return menu(request)
    }
    const again = run(calling, rest)
    await again.dial()
    const acts = [
      { kind: 'press', keys: '1' },
      { kind: 'call', call: 2, does: { kind: 'answer' } },
    ] as const
    expect(await replay(again, acts, undefined)).toStrictEqual({ done: 2 })
    expect(again.otherCalls).toMatchObject([{ number: 2, person: { status: 'answered' } }])
  })

  it('gives recordings a URL of the REST side, which has them', async () => {
    const record = () => Response.json([{ action: 'record', endOnKey: '#' }])
    const call = run(record, rest)
    await call.dial()
    await call.perform({ kind: 'say', text: 'It is Ada.' })
    await call.perform({ kind: 'press', keys: '#' })
    const [recording] = call.call?.recordings ?? []
    expect(recording?.url).toBe(`http://localhost:4400/v1/files/${recording?.uuid}`)
    const file = await ask(call, `/v1/files/${recording?.uuid}`)
    expect(file.headers.get('content-type')).toBe('audio/wav')
  })
})

describe('a call that is played again', () => {
  const played = async (acts: (call: CallRun) => Promise<void>) => {
    const first = run()
    await first.dial()
    await acts(first)
    const again = run()
    await again.dial()
    const replayed = await replay(again, first.acts, first.position)
    return { first, again, replayed }
  }

  it('comes to the same point', async () => {
    const { first, again, replayed } = await played(async (call) => {
      await call.passUntil(1)
      await call.perform({ kind: 'press', keys: '9' })
      await call.passUntil(15)
      await call.perform({ kind: 'press', keys: '1' })
      await call.passUntil(15.2)
    })
    expect(replayed).toStrictEqual({ done: first.acts.length })
    expect(again.call?.heard).toStrictEqual(first.call?.heard)
    expect(again.acts).toStrictEqual(first.acts)
  })

  it('stops where the flow no longer waits for the act, and says why', async () => {
    const again = run(() => Response.json([{ action: 'talk', text: 'Closed.' }]))
    await again.dial()
    const acts = [{ kind: 'press', keys: '1' }, { kind: 'silence' }] as const
    expect(await replay(again, acts, undefined)).toStrictEqual({
      done: 0,
      misfit: { act: 'press 1', why: 'The call is over: it ended at 0.467 s (completed).' },
    })
  })

  it('waits out a timeout that has become longer', async () => {
    const patient = async (request: Request) => {
      const response = await menu(request)
      return new Response(
        (await response.text()).replace('"maxDigits":1', '"maxDigits":1,"timeOut":9'),
        response,
      )
    }
    const again = run(patient)
    await again.dial()
    await replay(again, [{ kind: 'silence', seconds: 3 }], undefined)
    expect(again.done.map(({ act }) => act)).toStrictEqual([{ kind: 'silence', seconds: 9 }])
  })
})
