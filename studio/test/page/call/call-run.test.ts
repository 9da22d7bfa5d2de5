import { toScript } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { CallRun } from '../../../page/call/call-run'
import { replay } from '../../../page/call/replay'
import { menu } from './support/menu'

const run = (flow: (request: Request) => Response | Promise<Response> = menu) =>
  new CallRun({
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
