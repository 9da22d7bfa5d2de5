import { describe, expect, it } from 'vitest'
import { callFlow } from '../call-flow'
import { call } from '../sample-webhooks'
import { flow } from './flow'

const post = callFlow(flow)

describe('voicemail', () => {
  it('takes a message and has it transcribed', async () => {
    expect(await post('/answer', call)).toStrictEqual([
      {
        action: 'talk',
        text: 'Nobody can take your call right now. Please leave a message after the tone, and press hash when you have finished.',
        language: 'en-GB',
      },
      {
        action: 'record',
        beepStart: true,
        endOnSilence: 5,
        endOnKey: '#',
        timeOut: 120,
        eventUrl: ['https://example.com/recorded'],
        transcription: { language: 'en-GB', eventUrl: ['https://example.com/transcribed'] },
      },
      { action: 'talk', text: 'Thank you. We will call you back.', language: 'en-GB' },
    ])
  })
})
