import { createElement, Talk } from 'ncco-jsx'
import { createVoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../support/eventually'
import type { BotServer } from './bot-server'
import { bot, livePlatform, talkTo, toBot } from './live'

const secret = 'the signature secret of the dashboard'
const authorization = { type: 'vonage' }

/** Our own verifier: an app that takes only what is signed. */
const verifier = createVoiceApp({
  answer: () => createElement(Talk, null, 'Hello.'),
  signature: { secret, payloadHashOnGet: 'require' },
})

/** The status that the verifier has for a handshake. */
async function verify({ connections }: BotServer): Promise<number> {
  const { request } = connections[0] ?? {}
  const { search } = new URL(request?.url ?? '', 'http://localhost')
  const headers = { authorization: request?.headers.authorization ?? '' }
  const url = `https://app.example.com/answer${search}`
  return (await verifier.fetch(new Request(url, { headers }))).status
}

describe('the handshake of a websocket', () => {
  it('with `authorization` of the type vonage has a token that the verifier of webhooks accepts', async () => {
    const server = await bot()
    const uri = `${server.uri}?uuid=leg&conversation_uuid=CON-1&to=447700900000&from=1`
    await talkTo(server, { uri, authorization }, { signature: { secret } })
    expect(await verify(server)).toBe(200)
  })

  it('signed with another secret is refused by that verifier', async () => {
    const server = await bot()
    const uri = `${server.uri}?uuid=leg&conversation_uuid=CON-1&to=447700900000&from=1`
    await talkTo(server, { uri, authorization }, { signature: { secret: 'another secret' } })
    expect(await verify(server)).toBe(401)
  })

  it('without a secret has no token, which a note tells', async () => {
    const server = await bot()
    const { call, connection } = await talkTo(server, { authorization })
    expect(connection.request.headers.authorization).toBeUndefined()
    expect(call.transcript()).toContain('the call has no secret to sign it with')
  })

  it('with `authorization` of the type custom has the value as it is', async () => {
    const server = await bot()
    const value = 'Token abc=123, "def"'
    await talkTo(server, { authorization: { type: 'custom', value } })
    expect(server.connections[0]?.request.headers.authorization).toBe(value)
  })

  it('with a value that no header can have fails', async () => {
    const server = await bot()
    const authorization = { type: 'custom', value: 'a\r\nb: c' }
    const call = await dial([toBot(server, { authorization })], { platform: livePlatform() })
    await eventually(() => expect(call.legs[0]?.status).toBe('failed'))
    expect(server.connections).toStrictEqual([])
  })
})
