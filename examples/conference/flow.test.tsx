import { render } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { call } from '../sample-webhooks'
import { Attendee, Moderator } from './flow'

describe('moderated conference', () => {
  it('lets attendees wait with music', () => {
    expect(render(<Attendee {...call} />)).toStrictEqual([
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

  it('starts, records and ends with the moderator', () => {
    expect(render(<Moderator {...call} />)).toStrictEqual([
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
