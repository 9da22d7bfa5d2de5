import { describe, expect, it } from 'vitest'
import { callFlow } from '../call-flow'
import { call } from '../sample-webhooks'
import { flow } from './flow'

const post = callFlow(flow)

describe('call forwarding', () => {
  it('rings one colleague after another, then apologises', async () => {
    const connect = {
      action: 'connect',
      from: '447700900000',
      timeout: 20,
      machineDetection: 'hangup',
    }
    expect(await post('/answer', call)).toStrictEqual([
      { action: 'talk', text: 'One moment, please.', language: 'en-GB' },
      { ...connect, endpoint: [{ type: 'phone', number: '447700900010' }] },
      { ...connect, endpoint: [{ type: 'phone', number: '447700900011' }] },
      {
        action: 'talk',
        text: 'Sorry, nobody is there. Please call again tomorrow.',
        language: 'en-GB',
      },
    ])
  })
})
