import { describe, expect, it } from 'vitest'
import { callFlow } from '../call-flow'
import { call } from '../sample-webhooks'
import { flow } from './flow'

const post = callFlow(flow)

const endpoint = {
  type: 'websocket',
  uri: 'wss://bot.example.com/calls',
  'content-type': 'audio/l16;rate=16000',
  headers: { conversation: call.conversation_uuid, language: 'en-GB' },
  authorization: { type: 'vonage' },
}

const apology = {
  action: 'talk',
  text: 'Our assistant cannot be reached. Please call again later.',
  language: 'en-GB',
}

describe('voice bot', () => {
  it('hands the caller to the bot', async () => {
    expect(await post('/answer', call)).toStrictEqual([
      { action: 'connect', from: '447700900001', endpoint: [endpoint] },
      apology,
    ])
  })

  it('hands over a caller whose number is withheld', async () => {
    const { from, ...withheld } = call
    expect(await post('/answer', withheld)).toStrictEqual([
      { action: 'connect', endpoint: [endpoint] },
      apology,
    ])
  })
})
