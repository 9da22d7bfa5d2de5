import { type Call, callOut, createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys, speech, talk } from '../../support/answering'

/** The statuses of the events of a leg. */
const statusesOf = (call: Call, uuid: string | undefined) =>
  call.webhooks.filter(({ fields }) => fields.uuid === uuid).map(({ status }) => status)

describe('an input webhook', () => {
  it.each([
    ['keys', keys({ maxDigits: 1 }), 'press', '1', { speech: { results: [] } }],
    ['speech', speech(), 'say', 'Sales', { dtmf: { digits: null, timed_out: false } }],
  ] as const)('of an input for %s also has the other half', async (_, input, act, what, other) => {
    const call = await dial(answering({ '/answer': [input], '/chosen': undefined }))
    await call[act](what)
    expect(call.webhooks.find(({ kind }) => kind === 'input')?.fields).toMatchObject(other)
  })
})

describe('R-112: completed', () => {
  const routes = {
    '/answer': [connect({ timeout: 5 }), talk('Nobody is free.')],
    '/event': undefined,
  }

  it.each([
    ['busy', 'busy', ['busy', 'completed']],
    ['unavailable', 'unanswered', ['unanswered', 'completed']],
    ['fail', 'failed', ['failed', 'completed']],
    ['reject', 'rejected', ['ringing', 'rejected']],
  ] as const)('after %s()', async (act, status, last) => {
    const call = await dial(answering(routes), { eventUrl: '/event' })
    const [leg] = call.legs
    await leg?.[act]()
    expect(statusesOf(call, leg?.uuid).slice(-2)).toStrictEqual(last)
    expect(leg?.status).toBe(status)
  })

  it('after a timeout', async () => {
    const call = await dial(answering(routes), { eventUrl: '/event' })
    await call.wait(5)
    expect(statusesOf(call, call.legs[0]?.uuid).slice(-2)).toStrictEqual(['timeout', 'completed'])
  })

  it('after a caller who does not wait', async () => {
    const call = await dial(answering(routes), { eventUrl: '/event' })
    await call.hangUp()
    expect(statusesOf(call, call.legs[0]?.uuid).slice(-2)).toStrictEqual(['cancelled', 'completed'])
  })

  it('after an outbound call that was not answered', async () => {
    const app = answering({ '/event': undefined })
    const call = await callOut(app, { to: '447700900001', eventUrl: '/event' })
    await call.leg.busy()
    expect(statusesOf(call, call.leg.uuid)).toStrictEqual([
      'started',
      'ringing',
      'busy',
      'completed',
    ])
    expect(call.webhooks.at(-1)?.fields).toMatchObject({ start_time: null, duration: '0' })
  })

  it('comes when a synchronous connect is over, after the answer to its failure', async () => {
    const eventUrl = ['https://app.example.com/called']
    const call = await dial(
      answering({
        '/answer': [connect({ eventType: 'synchronous', eventUrl })],
        '/called': ({ status }) => (status === 'busy' ? [talk('Busy.')] : undefined),
      }),
    )
    await call.legs[0]?.busy()
    expect(statusesOf(call, call.legs[0]?.uuid).slice(-2)).toStrictEqual(['busy', 'completed'])
    expect(call.heard).toStrictEqual(['Busy.'])
  })
})

describe('R-06: a transfer event', () => {
  it('tells that a leg entered a named conversation', async () => {
    const app = answering({
      '/answer': [{ action: 'conversation', name: 'room' }],
      '/event': undefined,
    })
    const call = await dial(app, { eventUrl: '/event' })
    const entry = call.timeline.find(({ type }) => type === 'conversation')
    expect(call.webhooks.find(({ kind }) => kind === 'transfer')?.fields).toStrictEqual({
      type: 'transfer',
      conversation_uuid_from: call.conversationUuid,
      conversation_uuid_to: entry?.type === 'conversation' ? entry.uuid : undefined,
      uuid: call.leg.uuid,
      timestamp: '2026-01-01T00:00:00.000Z',
    })
  })
})

describe('the id of a leg', () => {
  it('has 32 hexadecimal digits for a caller from the telephone network, else the form of a uuid', async () => {
    const platform = createPlatform()
    const caller = await dial([connect()], { platform })
    const user = await dial([{ action: 'wait' }], { platform, fromUser: 'ada', pace: 'manual' })
    const [called] = caller.legs
    const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
    expect(caller.leg.uuid).toMatch(/^[\da-f]{32}$/)
    expect(called?.uuid).toMatch(uuid)
    expect(user.leg.uuid).toMatch(uuid)
  })
})
