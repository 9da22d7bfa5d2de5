import { describe, expect, it } from 'vitest'
import { callFlow } from '../call-flow'
import { call } from '../sample-webhooks'
import { flow } from './flow'

const post = callFlow(flow)

describe('moderated conference', () => {
  it('lets attendees wait with music', async () => {
    expect(await post('/answer', call)).toStrictEqual([
      {
        action: 'talk',
        text: 'Welcome. The conference starts when the moderator arrives.',
        language: 'en-GB',
      },
      {
        action: 'conversation',
        name: 'weekly-review',
        startOnEnter: false,
        musicOnHoldUrl: ['https://example.com/hold.mp3'],
      },
    ])
  })

  it('starts, records and ends with the moderator', async () => {
    expect(await post('/answer', { ...call, from: '447700900030' })).toStrictEqual([
      { action: 'talk', text: 'Welcome, moderator.', language: 'en-GB' },
      {
        action: 'conversation',
        name: 'weekly-review',
        endOnExit: true,
        record: true,
        eventUrl: ['https://example.com/recorded'],
      },
    ])
  })
})
