import { callOut, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, talk } from '../../support/answering'
import { ask, restPlatform } from '../../support/rest'

const hold = [talk('Please hold.', { loop: 0 })]
const platform = restPlatform()

const modify = async (uuid: string | undefined, body: object, on = platform) => {
  const { status } = await ask(on, 'PUT', `/v1/calls/${uuid}`, body)
  await on.wait(0)
  return status
}

const act = (uuid: string | undefined, action: string, on = platform) =>
  modify(uuid, { action }, on)

/** A caller who is joined with a colleague, on a platform of their own. */
async function joined(more: readonly object[] = []) {
  const on = restPlatform({}, { afterConnect: 'continues' })
  const app = answering({ '/answer': [connect(), ...more], '/event': undefined })
  const call = await dial(app, { platform: on, eventUrl: '/event' })
  const [leg] = call.legs
  await leg?.answer()
  if (!leg) throw new Error('There is no leg.')
  return { on, call, leg }
}

describe('hangup', () => {
  it('ends an inbound call', async () => {
    const app = answering({ '/answer': hold, '/event': undefined })
    const call = await dial(app, { platform, eventUrl: '/event' })
    expect(await act(call.leg.uuid, 'hangup')).toBe(204)
    expect(call.ended).toStrictEqual({ at: platform.now, reason: 'hung-up-by-app' })
    const completed = call.webhooks.find(({ status }) => status === 'completed')
    expect(completed?.fields.disconnected_by).toBe('platform')
  })

  it('ends an outbound call', async () => {
    const call = await callOut(hold, { platform, to: colleague })
    await call.leg.answer()
    expect(await act(call.leg.uuid, 'hangup')).toBe(204)
    expect([call.ended?.reason, call.leg.status]).toStrictEqual(['hung-up-by-app', 'completed'])
  })

  it('cancels a call that rings', async () => {
    const app = answering({ '/event': undefined })
    const call = await callOut(app, { platform, to: colleague, eventUrl: '/event', ncco: hold })
    expect(await act(call.leg.uuid, 'hangup')).toBe(204)
    expect([call.ended?.reason, call.leg.status]).toStrictEqual(['cancelled', 'cancelled'])
    expect(call.webhooks.map(({ status }) => status)).toStrictEqual([
      ...['started', 'ringing', 'cancelled', 'completed'],
    ])
  })

  it('of a callee lets the flow of the caller go on', async () => {
    const { on, call, leg } = await joined(hold)
    expect(await act(leg.uuid, 'hangup', on)).toBe(204)
    await call.wait()
    expect([leg.status, call.heard]).toStrictEqual(['completed', ['Please hold.']])
  })

  it('of a callee that rings cancels it', async () => {
    const call = await dial([connect(), ...hold], { platform })
    expect(await act(call.legs[0]?.uuid, 'hangup')).toBe(204)
    await call.wait()
    expect([call.legs[0]?.status, call.heard]).toStrictEqual(['cancelled', ['Please hold.']])
  })

  it('of a websocket sends no disconnected', async () => {
    const websocket = {
      type: 'websocket',
      uri: 'wss://bot.example.com',
      'content-type': 'audio/l16;rate=16000',
    }
    const app = answering({
      '/answer': [{ action: 'connect', endpoint: [websocket] }],
      '/event': undefined,
    })
    const call = await dial(app, { platform, eventUrl: '/event' })
    await call.legs[0]?.answer()
    await act(call.legs[0]?.uuid, 'hangup')
    const statuses = call.webhooks.map(({ status }) => status)
    expect(statuses).toContain('completed')
    expect(statuses).not.toContain('disconnected')
  })
})

describe('mute and earmuff', () => {
  it('show in who hears whom', async () => {
    const { on, call, leg } = await joined()
    const heard = () => [call.hears(leg), on.calls[0]?.leg === call.leg]
    expect(heard()).toStrictEqual([true, true])
    await act(leg.uuid, 'mute', on)
    expect(call.hears(leg)).toBe(false)
    await leg.say('Can you hear me?').catch(({ code }) => expect(code).toBe('speech-unheard'))
    await act(leg.uuid, 'unmute', on)
    await leg.say('Now?')
    expect(call.heard).toStrictEqual(['Now?'])
    await act(call.leg.uuid, 'earmuff', on)
    expect(call.hears(leg)).toBe(false)
    await call.say('I hear nothing.')
    expect(leg.heard).toStrictEqual(['I hear nothing.'])
    await act(call.leg.uuid, 'unearmuff', on)
    expect(call.hears(leg)).toBe(true)
  })

  it('are told in the transcript', async () => {
    const { on, call, leg } = await joined()
    await act(leg.uuid, 'mute', on)
    expect(call.transcript()).toContain(`← mute          PUT /v1/calls/${leg.uuid}: 204`)
  })

  it('unmute ends the mute of an NCCO too', async () => {
    const room = (more: object = {}) => [{ action: 'conversation', name: 'all', ...more }]
    const on = restPlatform()
    const [chair, guest] = [
      await dial(room(), { platform: on }),
      await dial(room({ mute: true }), { platform: on }),
    ]
    expect(chair.hears(guest)).toBe(false)
    await act(guest.leg.uuid, 'unmute', on)
    expect(chair.hears(guest)).toBe(true)
    await act(guest.leg.uuid, 'mute', on)
    expect(chair.hears(guest)).toBe(false)
  })

  it('can be done twice', async () => {
    const { on, leg } = await joined()
    expect([await act(leg.uuid, 'mute', on), await act(leg.uuid, 'mute', on)]).toStrictEqual([
      204, 204,
    ])
  })
})

describe('a change', () => {
  it('of a call that does not exist, or is over, is refused', async () => {
    const call = await dial([], { platform })
    for (const uuid of [call.leg.uuid, 'nobody', '%', '__proto__']) {
      const { status, body } = await ask(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'hangup' })
      expect([status, body.type]).toStrictEqual([
        404,
        'https://developer.vonage.com/api-errors#not-found',
      ])
    }
  })

  it.each([
    ['nothing', {}, 'action'],
    ['another action', { action: 'dance' }, 'action'],
    ['an action in a list', { action: ['hangup'] }, 'action'],
    ['a transfer to nowhere', { action: 'transfer' }, 'destination'],
    [
      'a transfer without an NCCO',
      { action: 'transfer', destination: { type: 'ncco' } },
      'destination.url',
    ],
    [
      'a transfer to a URL that is a text',
      { action: 'transfer', destination: { type: 'ncco', url: 'https://app.example.com' } },
      'destination.url',
    ],
    [
      'a transfer to an NCCO that is an action',
      { action: 'transfer', destination: { type: 'ncco', ncco: talk('Hi') } },
      'destination.ncco',
    ],
    [
      'a transfer of another type',
      { action: 'transfer', destination: { type: 'sip', ncco: [] } },
      'destination.type',
    ],
  ])('that is %s is refused', async (_, body, name) => {
    const call = await dial(hold, { platform })
    const { status, body: refusal } = await ask(platform, 'PUT', `/v1/calls/${call.leg.uuid}`, body)
    expect([status, refusal.type]).toStrictEqual([400, 400])
    expect(refusal.invalid_parameters).toMatchObject([{ name }])
    expect(call.transcript()).toContain(`: 400, ${name}: `)
    await call.hangUp()
  })

  it('before an NCCO has begun is refused, but for a hang-up', async () => {
    const call = await callOut(hold, { platform, to: colleague })
    const { status, body } = await ask(platform, 'PUT', `/v1/calls/${call.leg.uuid}`, {
      action: 'mute',
    })
    expect([status, body]).toStrictEqual([400, { type: 'BAD_REQUEST', error_title: 'Bad Request' }])
    expect(call.transcript()).toContain('400, the call is not up yet, because no NCCO has begun')
  })
})
