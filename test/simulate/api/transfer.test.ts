import { callOut, dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, keys, talk } from '../../support/answering'
import { ask, restPlatform } from '../../support/rest'

const hold = [talk('Please hold.', { loop: 0 })]
const goodbye = [talk('Goodbye.')]
const away = 'https://app.example.com/away'
const syntaxError = 'Syntax error in NCCO. Invalid value type or action.'
const room = [{ action: 'conversation', name: 'support' }]

/** Transfers a leg to an NCCO, or to what is at a URL. */
async function transfer(
  platform: Platform,
  uuid: string | undefined,
  to: readonly object[] | string,
) {
  const destination =
    typeof to === 'string' ? { type: 'ncco', url: [to] } : { type: 'ncco', ncco: to }
  const body = { action: 'transfer', destination }
  const { status } = await ask(platform, 'PUT', `/v1/calls/${uuid}`, body)
  await platform.wait(0)
  return status
}

async function onHold(platform = restPlatform(), ncco: readonly object[] = hold) {
  const app = answering({
    '/answer': ncco,
    '/event': undefined,
    '/next': goodbye,
    '/broken': [{ action: 'speak' }],
    '/away': new Response(null, { status: 500 }),
  })
  const call = await dial(app, { platform, eventUrl: '/event' })
  return { platform, call }
}

describe('a transfer', () => {
  it('replaces the NCCO, and tells of the new conversation', async () => {
    const { platform, call } = await onHold()
    const before = call.conversationUuid
    expect(await transfer(platform, call.leg.uuid, goodbye)).toBe(204)
    await call.wait()
    const event = call.webhooks.find(({ kind }) => kind === 'transfer')
    expect(event?.fields).toMatchObject({
      type: 'transfer',
      conversation_uuid_from: before,
      conversation_uuid_to: call.conversationUuid,
      uuid: call.leg.uuid,
    })
    expect(call.heard).toStrictEqual(['Please hold.', 'Goodbye.'])
    const completed = call.webhooks.find(({ status }) => status === 'completed')
    expect(completed?.fields.conversation_uuid).toBe(call.conversationUuid)
  })

  it('to a URL gets the NCCO by GET', async () => {
    const { platform, call } = await onHold()
    expect(await transfer(platform, call.leg.uuid, 'https://app.example.com/next?step=2')).toBe(204)
    await call.wait()
    const asked = call.webhooks.find(({ url }) => url.endsWith('/next?step=2'))
    expect([asked?.kind, asked?.method]).toStrictEqual(['answer', 'GET'])
    expect(asked?.fields).toMatchObject({ uuid: call.leg.uuid, to: '447700900000' })
    expect(call.heard).toStrictEqual(['Please hold.', 'Goodbye.'])
  })

  it.each([
    ['an NCCO that is refused', [{ action: 'speak' }], syntaxError],
    ['a URL with such an NCCO', 'https://app.example.com/broken', syntaxError],
    ['a URL that does not answer', away, 'HTTP status 500.'],
  ])('to %s sends an error event, and changes nothing', async (_, to, reason) => {
    const { platform, call } = await onHold()
    expect(await transfer(platform, call.leg.uuid, to)).toBe(204)
    const errors = call.webhooks.filter(({ kind }) => kind === 'error')
    expect(errors.map(({ fields }) => fields.reason)).toStrictEqual([reason])
    if (to !== away) expect(call.transcript()).toContain('unknown-action')
    expect([call.state, call.heard]).toStrictEqual(['playing', ['Please hold.']])
  })

  it('hangs up the callee of a connect', async () => {
    const { platform, call } = await onHold(undefined, [connect()])
    await call.legs[0]?.answer()
    await transfer(platform, call.leg.uuid, hold)
    expect([call.legs[0]?.status, call.state]).toStrictEqual(['completed', 'playing'])
    expect(call.hears(call.legs[0] as never)).toBe(false)
  })

  it('cancels a callee that rings', async () => {
    const { platform, call } = await onHold(undefined, [connect()])
    await transfer(platform, call.leg.uuid, goodbye)
    await call.wait()
    expect([call.legs[0]?.status, call.heard]).toStrictEqual(['cancelled', ['Goodbye.']])
  })

  it('leaves the others in a named conversation', async () => {
    const platform = restPlatform()
    const ada = await dial(room, { platform, from: '447700900031' })
    const { call: ben } = await onHold(platform, room)
    const cy = await dial(room, { platform, from: '447700900033' })
    const id = ben.timeline.find((entry) => entry.type === 'conversation')?.uuid
    await transfer(platform, ben.leg.uuid, hold)
    const event = ben.webhooks.findLast(({ kind }) => kind === 'transfer')
    expect(event?.fields).toMatchObject({ conversation_uuid_from: id })
    expect([ada.hears(cy), ada.hears(ben), ada.state]).toStrictEqual([true, false, 'conversation'])
    await ada.hangUp()
    expect([cy.state, ben.state]).toStrictEqual(['conversation', 'playing'])
  })

  it('brings two callers together', async () => {
    const { platform, call: caller } = await onHold()
    const agent = await callOut(hold, { platform, to: colleague })
    await agent.leg.answer()
    await transfer(platform, caller.leg.uuid, room)
    await transfer(platform, agent.leg.uuid, room)
    expect([caller.hears(agent), agent.hears(caller)]).toStrictEqual([true, true])
    await agent.say('How can I help?')
    expect(caller.heard.at(-1)).toBe('How can I help?')
  })

  it('ends an input that listens, whose late answer changes nothing', async () => {
    const { platform, call } = await onHold(undefined, [keys(), talk('Too late.')])
    await transfer(platform, call.leg.uuid, hold)
    await call.wait(10)
    expect(call.heard).toStrictEqual(['Please hold.'])
  })

  it('is asked for from inside the webhook of an input, and its answer changes nothing', async () => {
    const platform = restPlatform()
    const app = answering({
      '/answer': [keys({ maxDigits: 1 })],
      '/chosen': [talk('The answer of the webhook.')],
      '/event': undefined,
    })
    const call = await dial(
      async (request) => {
        if (request.url.endsWith('/chosen')) {
          const { uuid } = await request.clone().json()
          const destination = { type: 'ncco', ncco: hold }
          const body = { action: 'transfer', destination }
          expect((await ask(platform, 'PUT', `/v1/calls/${uuid}`, body)).status).toBe(204)
        }
        return app(request)
      },
      { platform, eventUrl: '/event' },
    )
    await call.press('1')
    expect(call.heard).toStrictEqual(['Please hold.'])
  })

  it('happens again and again', async () => {
    const { platform, call } = await onHold()
    for (const text of ['One.', 'Two.', 'Three.']) {
      await transfer(platform, call.leg.uuid, [talk(text), talk('Hold.', { loop: 0 })])
      await call.wait()
    }
    expect(call.heard).toStrictEqual([
      'Please hold.',
      'One.',
      'Hold.',
      'Two.',
      'Hold.',
      'Three.',
      'Hold.',
    ])
    const ids = call.webhooks.filter(({ kind }) => kind === 'transfer').map(({ fields }) => fields)
    expect(ids.map((fields) => fields.conversation_uuid_from).slice(1)).toStrictEqual(
      ids.map((fields) => fields.conversation_uuid_to).slice(0, -1),
    )
  })

  it('that comes before the call is up is refused, and told', async () => {
    const platform = restPlatform()
    const routes = answering({ '/answer': hold, '/event': undefined })
    const statuses: number[] = []
    const app = async (request: Request) => {
      const fields = request.method === 'POST' ? await request.clone().json() : {}
      if (fields.status === 'answered') {
        statuses.push(await transferFromInside(platform, fields.uuid))
      }
      return routes(request)
    }
    const call = await callOut(app, { platform, to: colleague, eventUrl: '/event' })
    await call.leg.answer()
    expect([statuses, call.heard]).toStrictEqual([[400], ['Please hold.']])
    expect(call.transcript()).toContain(
      `← transfer      PUT /v1/calls/${call.leg.uuid}: 400, the call is not up yet, because no NCCO has begun`,
    )
  })
})

/** Asks without waiting for what follows, as a handler must. */
async function transferFromInside(platform: Platform, uuid: string): Promise<number> {
  const body = { action: 'transfer', destination: { type: 'ncco', ncco: goodbye } }
  return (await ask(platform, 'PUT', `/v1/calls/${uuid}`, body)).status
}

describe('a callee that is transferred', () => {
  async function joined(afterConnect: 'ends' | 'continues' = 'ends', ncco = [connect(), ...hold]) {
    const { platform, call } = await onHold(restPlatform({}, { afterConnect }), ncco)
    const [leg] = call.legs
    await leg?.answer()
    if (!leg) throw new Error('There is no leg.')
    return { platform, call, leg }
  }

  it('gets a call of its own, and the call that it leaves is completed', async () => {
    const { platform, call, leg } = await joined()
    const before = call.conversationUuid
    expect(await transfer(platform, leg.uuid, hold)).toBe(204)
    expect(call.ended?.reason).toBe('completed')
    const [, own] = platform.calls
    expect(own?.leg).toBe(leg)
    const event = own?.webhooks.find(({ kind }) => kind === 'transfer')
    expect(event?.fields).toMatchObject({
      conversation_uuid_from: before,
      conversation_uuid_to: own?.conversationUuid,
    })
    await own?.wait(5)
    expect(leg.heard).toStrictEqual(['Please hold.'])
    await leg.hangUp()
    expect([own?.ended?.reason, leg.status]).toStrictEqual(['hung-up', 'completed'])
    const { body } = await ask(platform, 'GET', '/v1/calls')
    expect(body.count).toBe(2)
  })

  it('lets the flow that it leaves go on, where a hang-up does', async () => {
    const { platform, call, leg } = await joined('continues')
    await transfer(platform, leg.uuid, goodbye)
    await platform.wait(5)
    expect([call.state, call.heard]).toStrictEqual(['playing', ['Please hold.']])
    expect([leg.heard, platform.calls[1]?.ended?.reason]).toStrictEqual([['Goodbye.'], 'completed'])
    expect(call.transcript()).toContain(`${colleague} has left this call.`)
  })

  it('can be changed, asked and transferred again', async () => {
    const { platform, leg } = await joined('continues')
    const listening = [{ action: 'input', type: ['dtmf'], mode: 'asynchronous' }, ...hold]
    await transfer(platform, leg.uuid, listening)
    await leg.press('1')
    expect(await transfer(platform, leg.uuid, room)).toBe(204)
    expect(platform.calls[1]?.state).toBe('conversation')
    const { status } = await ask(platform, 'PUT', `/v1/calls/${leg.uuid}`, { action: 'hangup' })
    await platform.wait(0)
    expect([status, platform.calls[1]?.ended?.reason]).toStrictEqual([204, 'hung-up-by-app'])
    expect(platform.calls).toHaveLength(2)
  })

  it('leaves the NCCO of its own that ran before it was joined', async () => {
    const onAnswer = { url: 'https://app.example.com/whisper' }
    const platform = restPlatform({}, { afterConnect: 'continues' })
    const app = answering({
      '/answer': [connect({}, { onAnswer }), ...hold],
      '/whisper': [keys(), talk('Whisper.')],
    })
    const call = await dial(app, { platform })
    const [leg] = call.legs
    await leg?.answer()
    await transfer(platform, leg?.uuid, goodbye)
    await platform.wait(20)
    expect([leg?.heard, leg?.status]).toStrictEqual([['Goodbye.'], 'completed'])
    expect(call.heard).toStrictEqual(['Please hold.'])
  })
})
