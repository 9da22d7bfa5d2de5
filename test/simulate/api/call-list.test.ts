import { callOut, dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { colleague, connect, talk } from '../../support/answering'
import { ask, order, phone, restPlatform } from '../../support/rest'

const hold = [talk('Please hold.', { loop: 0 })]
const hello = [talk('Hello.')]

interface CallList {
  readonly _embedded: {
    readonly calls: readonly { readonly uuid: string; readonly status: string }[]
  }
  readonly _links: { readonly next?: { readonly href: string } }
  readonly [field: string]: unknown
}

async function list(platform: Platform, query = '') {
  const { status, body } = await ask<CallList>(platform, 'GET', `/v1/calls${query}`)
  const { calls } = body._embedded
  return { status, body, calls, uuids: calls.map(({ uuid }) => uuid) }
}

/** Calls that begin a minute apart: over, ringing, in the middle of a prompt, and busy. */
async function minutes() {
  const platform = restPlatform()
  const over = await dial(hello, { platform })
  await platform.wait(60 - platform.now)
  const ringing = await callOut(hello, { platform, to: colleague, ringingTimer: 1000 })
  await platform.wait(60)
  const talking = await dial(hold, { platform })
  await platform.wait(60)
  const busy = await callOut(hello, { platform, to: colleague })
  await busy.leg.busy()
  return { platform, uuids: [over, ringing, talking, busy].map(({ leg }) => leg.uuid) }
}

describe('GET /v1/calls', () => {
  it('lists every leg, whoever made it', async () => {
    const platform = restPlatform()
    const inbound = await dial([connect()], { platform })
    await ask(platform, 'POST', '/v1/calls', order(hello, { to: [phone('447700900003')] }))
    const { body, uuids } = await list(platform)
    expect(uuids).toStrictEqual([
      ...[inbound.leg.uuid, inbound.legs[0]?.uuid],
      platform.calls[1]?.leg.uuid,
    ])
    expect([body.count, body.page_size, body.record_index]).toStrictEqual([3, 10, 0])
  })

  it.each([
    ['', [0, 1, 2, 3]],
    ['?order=desc', [3, 2, 1, 0]],
    ['?status=ringing', [1]],
    ['?status=completed', [0]],
    ['?status=busy', [3]],
    ['?date_start=2026-01-01T00:01:00Z', [1, 2, 3]],
    ['?date_start=2026-01-01T00:01:00.001Z&date_end=2026-01-01T00:02:00Z', [2]],
    ['?date_end=2025-12-31', []],
    ['?page_size=2', [0, 1]],
    ['?page_size=2&record_index=1', [1, 2]],
    ['?record_index=9', []],
    ['?status=started', []],
  ])('filters by %j', async (query, expected) => {
    const { platform, uuids } = await minutes()
    const listed = await list(platform, query)
    expect(listed.uuids).toStrictEqual(expected.map((index) => uuids[index]))
  })

  it('filters by conversation: a named one, and that of a call', async () => {
    const platform = restPlatform()
    const room = [{ action: 'conversation', name: 'all' }]
    const ada = await dial(room, { platform })
    const ben = await dial(room, { platform })
    await dial(hold, { platform })
    const id = ada.timeline.find((entry) => entry.type === 'conversation')?.uuid
    const named = await list(platform, `?conversation_uuid=${id}`)
    expect(named.uuids).toStrictEqual([ada.leg.uuid, ben.leg.uuid])
    const own = await list(platform, `?conversation_uuid=${ben.conversationUuid}`)
    expect(own.uuids).toStrictEqual([ben.leg.uuid])
  })

  it('links its pages with absolute URLs, without a next after the last one', async () => {
    const { platform } = await minutes()
    const { body } = await list(platform, '?page_size=2&order=asc')
    const url = (index: number) => ({
      href: `https://api.nexmo.com/v1/calls?page_size=2&order=asc&record_index=${index}`,
    })
    expect(body._links).toStrictEqual({ self: url(0), first: url(0), last: url(2), next: url(2) })
    const last = await list(platform, '?page_size=2&order=asc&record_index=2')
    expect(last.body._links).toStrictEqual({
      self: url(2),
      first: url(0),
      last: url(2),
      prev: url(0),
    })
    const none = await list(restPlatform())
    expect(Object.keys(none.body._links)).toStrictEqual(['self', 'first', 'last'])
  })

  it('is walked by its links', async () => {
    const platform = restPlatform()
    for (let count = 0; count < 25; count++) await dial([], { platform })
    const seen: string[] = []
    for (let path: string | undefined = '/v1/calls'; path !== undefined; ) {
      const { body, uuids } = await list(platform, path.slice('/v1/calls'.length))
      seen.push(...uuids)
      const { next } = body._links
      path = next?.href.slice('https://api.nexmo.com'.length)
    }
    expect(seen).toStrictEqual(platform.calls.map(({ leg }) => leg.uuid))
  })

  it.each([
    ['page_size=0', 'page_size'],
    ['page_size=101', 'page_size'],
    ['page_size=many', 'page_size'],
    ['record_index=-1', 'record_index'],
    ['order=random', 'order'],
    ['status=dancing', 'status'],
    ['date_start=yesterday', 'date_start'],
    ['date_end=1', 'date_end'],
  ])('refuses %s', async (query, name) => {
    const { status, body } = await ask(restPlatform(), 'GET', `/v1/calls?${query}`)
    expect(status).toBe(400)
    expect(body.invalid_parameters).toMatchObject([{ name }])
  })
})

describe('GET /v1/calls/{uuid}', () => {
  const get = async (platform: Platform, uuid: string | undefined) =>
    (await ask(platform, 'GET', `/v1/calls/${uuid}`)).body

  it('describes a call that lasts: without money, with empty times', async () => {
    const platform = restPlatform()
    const call = await dial(hold, { platform })
    expect(await get(platform, call.leg.uuid)).toStrictEqual({
      _links: { self: { href: `https://api.nexmo.com/v1/calls/${call.leg.uuid}` } },
      uuid: call.leg.uuid,
      conversation_uuid: call.conversationUuid,
      to: { type: 'phone', number: '447700900000' },
      from: { type: 'phone', number: '447700900001' },
      status: 'answered',
      direction: 'inbound',
      start_time: null,
      end_time: null,
    })
  })

  it('describes a call that is over: texts for money and duration, and times with milliseconds', async () => {
    const platform = restPlatform()
    const call = await callOut(hello, {
      platform,
      to: { type: 'sip', uri: 'sip:ada@example.com', headers: { 'X-Key': 'secret' } },
    })
    await platform.wait(3)
    await call.leg.answer()
    await platform.wait(60)
    expect(await get(platform, call.leg.uuid)).toStrictEqual({
      _links: { self: { href: `https://api.nexmo.com/v1/calls/${call.leg.uuid}` } },
      uuid: call.leg.uuid,
      conversation_uuid: call.conversationUuid,
      to: { type: 'sip', uri: 'sip:ada@example.com' },
      from: { type: 'phone', number: '447700900000' },
      status: 'completed',
      direction: 'outbound',
      start_time: '2026-01-01T00:00:03.000Z',
      end_time: '2026-01-01T00:00:03.400Z',
      duration: '1',
      rate: '0.00000000',
      price: '0.00000000',
      network: '',
    })
  })

  it('describes callers of other kinds', async () => {
    const platform = restPlatform()
    const user = await dial(hold, { platform, fromUser: 'ada' })
    const withheld = await dial(hold, { platform, from: null })
    const fromOf = async (uuid: string) => (await get(platform, uuid)).from
    expect(await fromOf(user.leg.uuid)).toStrictEqual({ type: 'app', user: 'ada' })
    expect(await fromOf(withheld.leg.uuid)).toStrictEqual({ type: 'phone', number: 'unknown' })
  })

  it('keeps the status of a call that was not answered, without a start', async () => {
    const platform = restPlatform()
    const call = await callOut(hold, { platform, to: colleague })
    await call.leg.reject()
    const { status, start_time, duration } = await get(platform, call.leg.uuid)
    expect([status, start_time, duration]).toStrictEqual(['rejected', null, '0'])
  })

  it('answers 404 to an id that is unknown', async () => {
    const { status } = await ask(restPlatform(), 'GET', '/v1/calls/nobody')
    expect(status).toBe(404)
  })
})
