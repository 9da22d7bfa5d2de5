import { describe, expect, it } from 'vitest'
import { callFlow } from '../call-flow'
import { call } from '../sample-webhooks'
import { flow } from './flow'

const post = callFlow(flow)

describe('greeting', () => {
  it('reads the calling number back', async () => {
    expect(await post('/answer', call)).toStrictEqual([
      {
        action: 'talk',
        text: "<speak>Thank you for calling. You are calling from <say-as interpret-as='telephone'>447700900001</say-as>.</speak>",
        language: 'en-GB',
      },
    ])
  })

  it('greets a caller whose number is withheld', async () => {
    const { from, ...withheld } = call
    expect(await post('/answer', withheld)).toStrictEqual([
      {
        action: 'talk',
        text: 'Thank you for calling. Your number is withheld.',
        language: 'en-GB',
      },
    ])
  })
})
