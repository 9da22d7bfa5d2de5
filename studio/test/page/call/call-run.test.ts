import { describe, expect, it } from 'vitest'
import { CallRun } from '../../../page/call/call-run'
import { replay } from '../../../page/call/replay'
import { parseScript, toScript } from '../../../page/call/script'
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

  it('has one fault at a time, which can be withdrawn until a webhook meets it', async () => {
    const call = run()
    await call.perform({ kind: 'fault', fault: 'closed' })
    await call.perform({ kind: 'fault', fault: { status: 503 } })
    await call.dial()
    call.withdrawFault()
    expect(toScript(call.acts)).toBe('fault status 503; dial')
    await call.perform({ kind: 'fault', fault: 'late' })
    call.withdrawFault()
    expect([call.fault, toScript(call.acts)]).toStrictEqual([undefined, 'fault status 503; dial'])
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

  const note = (path: string, method: string, body?: object) =>
    new Request(rest.url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })

  it('begins with a request that made a call, which is made again', async () => {
    const call = run(undefined, rest)
    await call.answer(note('/v1/calls', 'POST', order), 'anybody')
    await call.perform({ kind: 'call', call: 1, does: { kind: 'answer' } })
    await call.passUntil(1)
    const script = toScript(call.acts)
    expect(script).toBe(`request POST /v1/calls ${JSON.stringify(order)}; call 1 answer`)
    expect(parseScript(script)).toStrictEqual(call.acts)
    const again = run(undefined, rest)
    expect(await replay(again, call.acts, call.position)).toStrictEqual({ done: 2 })
    expect(again.call).toBeUndefined()
    expect(again.platform.calls).toHaveLength(1)
    expect(again.subject?.heard).toStrictEqual(call.subject?.heard)
    expect(again.platform.now).toBe(call.platform.now)
    expect(again.acts).toStrictEqual(call.acts)
  })

  it('makes requests again at their moments, about the same calls', async () => {
    const hold = () =>
      Response.json([
        { action: 'talk', text: 'Please hold the line, and do not hang up while we look for you.' },
        { action: 'wait', timeout: 90 },
      ])
    const call = run(hold, rest)
    await call.dial()
    await call.passUntil(4)
    const [own] = call.platform.calls
    const talk = { text: `You are ${own?.leg.uuid} in ${own?.conversationUuid}.` }
    await call.answer(note(`/v1/calls/${own?.leg.uuid}/talk`, 'PUT', talk), 'anybody')
    await call.passUntil(59)
    const hangUp = note(`/v1/calls/${own?.leg.uuid}`, 'PUT', { action: 'hangup' })
    await call.answer(hangUp, 'anybody')
    await call.passUntil(60)
    expect(toScript(call.acts)).toBe(
      'dial; after 4 request PUT /v1/calls/{call-1}/talk {"text":"You are {call-1} in {conversation-1}."}; after 55 request PUT /v1/calls/{call-1} {"action":"hangup"}',
    )
    const again = run(hold, rest)
    // Another call takes the ids that this one had.
    await again.dialFrom('447700900032')
    const acts = parseScript(toScript(call.acts).replaceAll('-1}', '-2}'))
    await again.dial()
    expect(await replay(again, acts.slice(1), undefined)).toStrictEqual({ done: 2 })
    const [, second] = again.platform.calls
    expect(second?.heard).toContain(`You are ${second?.leg.uuid} in ${second?.conversationUuid}.`)
    expect(second?.ended).toStrictEqual({ at: 59, reason: 'hung-up-by-app' })
  })

  it('leaves to the app what it asks for in a webhook, and keeps nothing that is refused', async () => {
    const call = run(undefined, rest)
    await call.dial()
    await call.answer(note('/v1/calls', 'POST', order), 'webhook')
    expect((await call.answer(note('/v1/calls', 'POST', {}), 'anybody')).status).toBe(400)
    await call.answer(note('/v1/calls', 'GET'), 'anybody')
    expect(call.acts).toStrictEqual([])
    expect([...call.makers]).toStrictEqual(['webhook', 'anybody'])
  })

  it('waits for a request that the app makes by itself', async () => {
    const call = run(undefined, rest)
    await call.answer(note('/v1/calls', 'POST', order), 'app')
    expect(toScript(call.acts)).toBe('expect POST /v1/calls')
    const again = run(undefined, rest)
    const timer = setTimeout(() => again.answer(note('/v1/calls', 'POST', order), 'app'), 50)
    const acts = [...call.acts, { kind: 'call', call: 1, does: { kind: 'busy' } }] as const
    expect(await replay(again, acts, undefined)).toStrictEqual({ done: 2 })
    clearTimeout(timer)
    expect(again.subject?.ended?.reason).toBe('busy')
    expect(again.platform.calls).toHaveLength(1)
  })

  it.each(['before', 'after'])(
    'makes no request twice that comes %s it is made again',
    async (when) => {
      const call = run(undefined, rest)
      await call.answer(note('/v1/calls', 'POST', order), 'anybody')
      const again = run(undefined, rest)
      const come = async () =>
        (await again.answer(note('/v1/calls', 'POST', order), 'anybody')).json()
      again.repeated.begin()
      if (when === 'before') await come()
      await replay(again, call.acts, undefined)
      const [made] = again.platform.calls
      if (when === 'after') expect(await come()).toMatchObject({ uuid: made?.leg.uuid })
      expect(again.platform.calls).toHaveLength(1)
      expect(again.acts).toStrictEqual(call.acts)
      await come()
      expect(again.platform.calls).toHaveLength(2)
    },
  )

  it('says why a request no longer fits', async () => {
    const acts = parseScript('dial; request PUT /v1/calls/{call-1} {"action":"hangup"}')
    const short = () => Response.json([{ action: 'talk', text: 'Goodbye.' }])
    const again = run(short, rest)
    await again.dial()
    await again.passUntil(30)
    expect(await replay(again, acts.slice(1), undefined)).toStrictEqual({
      done: 0,
      misfit: {
        act: 'PUT /v1/calls/{call-1}',
        why: 'The REST side answers with status 404: There is no such call, or it is over.',
      },
    })
    const other = parseScript('request DELETE /v1/calls/{call-2-leg-1}/talk')
    expect(await replay(again, other, undefined)).toMatchObject({
      misfit: { why: 'There is no call 2 leg 1.' },
    })
  })

  it('writes no authorization of a websocket into a script', () => {
    const path = '/v1/calls'
    const body = JSON.stringify({ to: [{ uri: 'wss://a.example', authorization: { value: 'x' } }] })
    expect(toScript([{ kind: 'request', by: 'anybody', method: 'POST', path, body }])).toBe(
      'request POST /v1/calls {"to":[{"uri":"wss://a.example"}]}',
    )
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
