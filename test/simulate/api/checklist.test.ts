import { toNodeHandler } from 'ncco-jsx/node'
import { callOut, createPlatform, dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, talk } from '../../support/answering'
import { failure } from '../../support/failure'
import { applicationId, ask, order, publicKey, restPlatform, token } from '../../support/rest'
import { listen } from '../../support/servers'

// What a client of Vonage's needs, point by point, as the notes on the API list it.

const hold = [talk('Please hold.', { loop: 0 })]

const hangUp = (platform: Platform, uuid: string | undefined) =>
  ask(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'hangup' })

const authorization = () => ({ authorization: `Bearer ${token()}` })

/** A call in a platform behind a server. */
async function served() {
  const platform = restPlatform()
  const origin = await listen(toNodeHandler(platform.api))
  const call = await dial([{ action: 'record', endOnKey: '#' }], { platform })
  return { platform, origin, call, path: `${origin}/v1/calls/${call.leg.uuid}` }
}

describe('the REST side', () => {
  it('is served over http, to a client that doubles the slash', async () => {
    const { origin, call } = await served()
    const headers = authorization()
    const response = await fetch(`${origin}//v1/calls/${call.leg.uuid}`, { headers })
    expect((await response.json()).uuid).toBe(call.leg.uuid)
  })

  it('tells the scheme of the server in its links, also behind https', () => {
    const { api } = restPlatform()
    const incoming = {
      method: 'GET',
      url: 'https://localhost:8443/v1/calls',
      header: (name: string) => (name === 'authorization' ? `Bearer ${token()}` : null),
      body: () => new Uint8Array(),
    }
    return expect(api.respond(incoming)).resolves.toMatchObject({
      status: 200,
      body: expect.stringContaining('"href":"https://localhost:8443/v1/calls?'),
    })
  })

  it('accepts a token without exp', async () => {
    const headers = { authorization: `Bearer ${token({ exp: undefined })}` }
    expect((await ask(restPlatform(), 'GET', '/v1/calls', undefined, headers)).status).toBe(200)
  })

  it('answers application/json, and nothing else', async () => {
    const { path } = await served()
    const response = await fetch(path, { headers: authorization() })
    expect(response.headers.get('content-type')).toBe('application/json')
  })

  it('answers 204 with an empty body to a change', async () => {
    const { path, call } = await served()
    const headers = { ...authorization(), 'content-type': 'application/json' }
    const body = JSON.stringify({ action: 'hangup' })
    const response = await fetch(path, { method: 'PUT', headers, body })
    expect([response.status, await response.text()]).toStrictEqual([204, ''])
    await call.wait().catch(() => {})
    expect(call.ended?.reason).toBe('hung-up-by-app')
  })

  it('links with absolute URLs', async () => {
    const { origin } = await served()
    const response = await fetch(`${origin}/v1/calls?page_size=1`, { headers: authorization() })
    const { _links } = await response.json()
    expect(_links.self.href).toBe(`${origin}/v1/calls?page_size=1&record_index=0`)
  })

  it('has texts for money and duration, and both times at every time', async () => {
    const platform = restPlatform()
    const call = await dial(hold, { platform })
    const get = async () => (await ask(platform, 'GET', `/v1/calls/${call.leg.uuid}`)).body
    expect(await get()).toMatchObject({ start_time: null, end_time: null })
    await platform.wait(2)
    await call.hangUp()
    expect(await get()).toMatchObject({
      start_time: '2026-01-01T00:00:00.000Z',
      end_time: '2026-01-01T00:00:02.800Z',
      duration: '3',
      rate: expect.any(String),
      price: expect.any(String),
    })
  })

  it('refuses a change in the first two seconds of a call, unless it accepts early ones', async () => {
    const platform = restPlatform({}, { early: undefined })
    const call = await callOut(hold, { platform, to: colleague })
    const { status, body } = await hangUp(platform, call.leg.uuid)
    expect([status, body]).toStrictEqual([400, { type: 'BAD_REQUEST', error_title: 'Bad Request' }])
    expect(call.transcript()).toContain('400, a call is not changed in its first 2 s')
    await platform.wait(2)
    expect((await hangUp(platform, call.leg.uuid)).status).toBe(204)
    await platform.wait(0)
    expect(call.ended?.reason).toBe('cancelled')
  })

  it('has a JSON body for every refusal', async () => {
    const { origin, path } = await served()
    const json = { 'content-type': 'application/json' }
    const put = { method: 'PUT', body: '{}' }
    const refusals = [
      await fetch(path),
      await fetch(`${origin}/v2/calls`, { headers: authorization() }),
      await fetch(path, { method: 'PATCH', headers: authorization() }),
      await fetch(path, { ...put, headers: authorization() }),
      await fetch(path, { ...put, body: '{', headers: { ...authorization(), ...json } }),
      await fetch(path, { ...put, headers: { ...authorization(), ...json } }),
    ]
    expect(refusals.map(({ status }) => status)).toStrictEqual([401, 404, 404, 415, 400, 400])
    for (const refusal of refusals) {
      expect(refusal.headers.get('content-type')).toMatch(/^application\/(problem\+)?json$/)
      expect(await refusal.json()).toBeInstanceOf(Object)
    }
  })

  it('serves a recording as it streams', async () => {
    const { platform, origin, call } = await served()
    await platform.wait(600)
    await call.press('#')
    for (const version of ['v1', 'v3']) {
      const file = `${origin}/${version}/files/${call.recordings[0]?.uuid}`
      const response = await fetch(file, { headers: authorization() })
      const { byteLength } = await response.arrayBuffer()
      expect(byteLength).toBe(44 + 600 * 16_000 * 2)
      expect(response.headers.get('content-length')).toBe(String(byteLength))
    }
  })

  it('serves what POST /v1/legs/{uuid}/recording has recorded', async () => {
    const { origin, call } = await served()
    const headers = { ...authorization(), 'content-type': 'application/json' }
    const url = `${origin}/v1/legs/${call.leg.uuid}/recording`
    const request = { method: 'POST', headers, body: JSON.stringify({ format: 'wav' }) }
    expect((await fetch(url, request)).status).toBe(200)
    await call.say('Hello?', { seconds: 2 })
    await call.hangUp()
    const file = `${origin}/v1/files/${call.recordings[1]?.uuid}`
    const response = await fetch(file, { headers: authorization() })
    expect((await response.arrayBuffer()).byteLength).toBe(44 + 2 * 16_000 * 2)
  })

  it('goes on when a client leaves in the middle of a recording', async () => {
    const { platform, origin, call } = await served()
    await platform.wait(3000)
    await call.press('#')
    const leaving = new AbortController()
    const { signal } = leaving
    const file = `${origin}/v1/files/${call.recordings[0]?.uuid}`
    const response = await fetch(file, { headers: authorization(), signal })
    await response.body?.getReader().read()
    leaving.abort()
    const next = await fetch(`${origin}/v1/calls`, { headers: authorization() })
    expect(next.status).toBe(200)
  })

  it('ignores fields that it does not know, and takes numbers in quotes', async () => {
    const platform = restPlatform()
    const body = order(hold, { limit: '5', length_timer: '60', ringing_timer: '10' })
    expect((await ask(platform, 'POST', '/v1/calls', body)).status).toBe(201)
  })

  it.each([
    ['busy', ['busy', 'completed']],
    ['unavailable', ['unanswered', 'completed']],
    ['fail', ['failed', 'completed']],
    ['reject', ['rejected']],
  ] as const)('sends completed after every end but rejected: %s', async (end, expected) => {
    const platform = restPlatform()
    await ask(platform, 'POST', '/v1/calls', order(hold))
    const [call] = await platform.callsTo(colleague)
    await call?.leg[end]()
    const statuses = call?.webhooks.map(({ status }) => status)
    expect(statuses).toStrictEqual(['started', 'ringing', ...expected])
  })

  it('sends a transfer event for the transfer, and for the conversation that follows', async () => {
    const platform = restPlatform()
    const app = answering({ '/answer': hold, '/event': undefined })
    const call = await dial(app, { platform, eventUrl: '/event' })
    const destination = { type: 'ncco', ncco: [{ action: 'conversation', name: 'support' }] }
    const body = { action: 'transfer', destination }
    await ask(platform, 'PUT', `/v1/calls/${call.leg.uuid}`, body)
    await call.wait()
    const room = call.timeline.findLast((entry) => entry.type === 'conversation')
    const events = call.webhooks.filter(({ kind }) => kind === 'transfer')
    expect(events.map(({ fields }) => fields.conversation_uuid_to)).toStrictEqual([
      ...[call.conversationUuid, room?.uuid],
    ])
  })
})

describe('limits', () => {
  const post = (platform: Platform) => ask(platform, 'POST', '/v1/calls', order(hold))

  it('refuse more than three new calls in a second', async () => {
    const platform = restPlatform({}, { limits: undefined })
    const statuses: number[] = []
    for (let count = 0; count < 4; count++) statuses.push((await post(platform)).status)
    expect(statuses).toStrictEqual([201, 201, 201, 429])
    await platform.wait(0.999)
    const { status, body } = await post(platform)
    expect([status, body.type]).toStrictEqual([
      429,
      'https://developer.vonage.com/api-errors#rate-limit',
    ])
    await platform.wait(0.001)
    expect((await post(platform)).status).toBe(201)
  })

  it('count a connect with them, and let the flow go on without it', async () => {
    const platform = restPlatform({}, { limits: true })
    for (let count = 0; count < 3; count++) await post(platform)
    const app = answering({ '/answer': [connect(), talk('Sorry.')], '/event': undefined })
    const call = await dial(app, { platform, eventUrl: '/event' })
    expect([call.heard, call.legs]).toStrictEqual([['Sorry.'], []])
    const error = call.webhooks.find(({ kind }) => kind === 'error')
    expect(error?.fields.reason).toBe('The application makes too many calls in one second.')
    expect(call.transcript()).toContain(`${colleague} is not called: `)
  })

  it('refuse more than fifteen other requests in a second', async () => {
    const platform = restPlatform({}, { limits: undefined })
    for (let count = 0; count < 15; count++) {
      expect((await ask(platform, 'GET', '/v1/calls')).status).toBe(200)
    }
    expect((await ask(platform, 'GET', '/v1/calls')).status).toBe(429)
    expect((await post(platform)).status).toBe(201)
  })

  it('are off where they are told to be', async () => {
    const platform = restPlatform({}, { limits: false })
    for (let count = 0; count < 20; count++) expect((await post(platform)).status).toBe(201)
  })
})

describe('a platform', () => {
  it('answers nobody without an application', async () => {
    const platform = restPlatform({}, { application: undefined })
    const error = await failure(ask(platform, 'GET', '/v1/calls'))
    expect(error.code).toBe('no-application')
    expect((await failure(platform.callsTo(colleague))).code).toBe('no-application')
    const origin = await listen(toNodeHandler(platform.api))
    const response = await fetch(`${origin}/v1/calls`)
    const { type, detail } = await response.json()
    expect([response.status, type]).toStrictEqual([
      500,
      'https://developer.vonage.com/api-errors#internal-error',
    ])
    expect(detail).toContain('This platform has no application')
  })

  it('gives the calls of the application the pace of its settings', async () => {
    const platform = restPlatform({ pace: 'manual' })
    await ask(platform, 'POST', '/v1/calls', order([talk('A long story.')]))
    const [call] = await platform.callsTo(colleague)
    await call?.leg.answer()
    expect([call?.state, call?.heard]).toStrictEqual(['playing', ['…']])
    const real = () => restPlatform({ pace: 'natural' }, { pace: 'real' })
    expect(real).toThrow('application.pace must be absent with pace')
  })

  it('calls the server at the event URL, where it has no other target', async () => {
    const seen: string[] = []
    const origin = await listen((request, response) => {
      seen.push(`${request.method} ${request.url}`)
      response.writeHead(204).end()
    })
    const eventUrl = `${origin}/events`
    const platform = createPlatform({ application: { id: applicationId, publicKey, eventUrl } })
    await ask(platform, 'POST', '/v1/calls', order(hold))
    await platform.callsTo(colleague)
    expect(seen).toStrictEqual(['POST /events', 'POST /events'])
  })

  it('tells apps where to download a recording, if it knows where it is', async () => {
    const app = answering({
      '/answer': [{ action: 'record', endOnKey: '#', transcription: {} }],
      '/event': undefined,
    })
    const platform = restPlatform({}, { regionUrl: 'http://localhost:4000/' })
    const call = await dial(app, { platform, eventUrl: '/event' })
    await call.press('#')
    const base = `http://localhost:4000/v1/files/${call.recordings[0]?.uuid}`
    expect(call.recordings[0]?.url).toBe(base)
    const transcribed = call.webhooks.find(({ status }) => status === 'transcribed')
    expect(transcribed?.fields.transcription_url).toBe(`${base}/transcription`)
  })
})
