import { render } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { call } from '../sample-webhooks'
import { Answer } from './flow'

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
  it('hands the caller to the bot', () => {
    expect(render(<Answer {...call} />)).toStrictEqual([
      { action: 'connect', from: '447700900001', endpoint: [endpoint] },
      apology,
    ])
  })

  it('hands over a caller whose number is withheld', () => {
    const { from, ...withheld } = call
    expect(render(<Answer {...withheld} />)).toStrictEqual([
      { action: 'connect', endpoint: [endpoint] },
      apology,
    ])
  })
})
