import { callOut, dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, talk } from '../../support/answering'
import { failure } from '../../support/failure'
import { ask, order, restPlatform } from '../../support/rest'

const hold = [talk('Please hold.', { loop: 0 })]

const hangUp = (platform: Platform, uuid: string | undefined) =>
  ask(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'hangup' })

describe('the REST side', () => {
  it('is closed on a platform without an application', async () => {
    const error = await failure(
      ask(restPlatform({}, { application: undefined }), 'GET', '/v1/calls'),
    )
    expect(error.code).toBe('no-application')
  })

  it('answers 204 without a body to a change', async () => {
    const platform = restPlatform()
    const call = await dial(hold, { platform })
    expect(await hangUp(platform, call.leg.uuid)).toMatchObject({ status: 204, body: {} })
    await platform.wait(0)
    expect(call.ended).toStrictEqual({ at: call.ended?.at, reason: 'hung-up-by-app' })
  })

  it('forgives a doubled slash', async () => {
    const platform = restPlatform()
    const call = await dial(hold, { platform })
    const { status, body } = await ask(platform, 'GET', `//v1/calls/${call.leg.uuid}`)
    expect([status, body.uuid]).toStrictEqual([200, call.leg.uuid])
  })

  it('refuses a change in the first two seconds of a call, unless it accepts early ones', async () => {
    const platform = restPlatform({}, { early: undefined })
    const call = await callOut(hold, { platform, to: '447700900009' })
    const { status, body } = await hangUp(platform, call.leg.uuid)
    expect([status, body]).toStrictEqual([400, { type: 'BAD_REQUEST', error_title: 'Bad Request' }])
    await platform.wait(2)
    expect((await hangUp(platform, call.leg.uuid)).status).toBe(204)
    await platform.wait(0)
    expect(call.ended?.reason).toBe('cancelled')
  })

  it('refuses more than three new calls in a second', async () => {
    const platform = restPlatform({}, { limits: undefined })
    const statuses: number[] = []
    for (let count = 0; count < 4; count++) {
      statuses.push((await ask(platform, 'POST', '/v1/calls', order(hold))).status)
    }
    expect(statuses).toStrictEqual([201, 201, 201, 429])
    await platform.wait(1)
    expect((await ask(platform, 'POST', '/v1/calls', order(hold))).status).toBe(201)
  })
})

describe('a call that the application makes', () => {
  it('is found by its number, and answered by hand', async () => {
    const platform = restPlatform()
    const { status, body } = await ask(platform, 'POST', '/v1/calls', order([talk('Hello.')]))
    const [call] = await platform.callsTo('447700900002')
    expect(status).toBe(201)
    expect(body).toStrictEqual({
      uuid: call?.leg.uuid,
      status: 'started',
      direction: 'outbound',
      conversation_uuid: call?.conversationUuid,
    })
    await call?.leg.answer()
    expect(call?.heard).toStrictEqual(['Hello.'])
    expect(call).toBe(platform.calls[0])
  })
})

describe('a transfer', () => {
  it('replaces the NCCO and moves the leg to a new conversation', async () => {
    const platform = restPlatform()
    const events: unknown[] = []
    const app = answering({ '/event': (fields) => void events.push(fields) })
    const call = await dial(hold, { platform, eventUrl: '/event' })
    const before = call.conversationUuid
    const destination = { type: 'ncco', ncco: [talk('Goodbye.')] }
    const body = { action: 'transfer', destination }
    expect((await ask(platform, 'PUT', `/v1/calls/${call.leg.uuid}`, body)).status).toBe(204)
    await call.wait()
    expect(app).toBeDefined()
    expect(call.heard).toStrictEqual(['Please hold.', 'Goodbye.'])
    expect(call.conversationUuid).not.toBe(before)
  })

  it('of a callee completes the call that it leaves', async () => {
    const platform = restPlatform()
    const call = await dial([connect(), talk('After.')], { platform })
    await call.legs[0]?.answer()
    const destination = { type: 'ncco', ncco: hold }
    const body = { action: 'transfer', destination }
    await ask(platform, 'PUT', `/v1/calls/${call.legs[0]?.uuid}`, body)
    await platform.wait(10)
    expect(call.ended?.reason).toBe('completed')
    expect(call.legs[0]?.heard).toStrictEqual(['Please hold.'])
    await call.legs[0]?.hangUp()
    expect(platform.calls[1]?.ended?.reason).toBe('hung-up')
  })
})
