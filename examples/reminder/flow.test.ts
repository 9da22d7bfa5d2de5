import { describe, expect, it } from 'vitest'
import { callFlow } from '../call-flow'
import { call, pressed, silence } from '../sample-webhooks'
import { flow } from './flow'

const post = callFlow(flow)

describe('reminder', () => {
  it('says when the appointment is and asks for an answer', async () => {
    expect(await post('/answer', call)).toStrictEqual([
      {
        action: 'talk',
        text:
          '<speak><s>This is the Example Clinic.</s>' +
          "<s>We expect you on <say-as interpret-as='date' format='dm'>24/12</say-as>" +
          "<break time='300ms'/>at half past nine.</s>" +
          "<s>Please come <say-as interpret-as='cardinal'>10</say-as> minutes early.</s>" +
          "<s>To confirm, press 1. <break strength='medium'/>To cancel, press 2.</s></speak>",
        language: 'en-GB',
        bargeIn: true,
      },
      {
        action: 'input',
        type: ['dtmf'],
        eventUrl: ['https://example.com/answered'],
        dtmf: { maxDigits: 1, timeOut: 10 },
      },
    ])
  })

  it.each([
    ['a confirmation', pressed('1'), 'Thank you. We look forward to seeing you.'],
    ['a cancellation', pressed('2'), 'Your appointment is cancelled.'],
    ['silence', silence, 'We will call you again. Goodbye.'],
  ])('answers %s', async (_, input, text) => {
    expect(await post('/answered', input)).toStrictEqual([
      { action: 'talk', text, language: 'en-GB' },
    ])
  })
})
