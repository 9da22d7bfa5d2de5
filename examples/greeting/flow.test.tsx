import { render } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { call } from '../sample-webhooks'
import { Answer } from './flow'

describe('greeting', () => {
  it('reads the calling number back', () => {
    expect(render(<Answer {...call} />)).toStrictEqual([
      {
        action: 'talk',
        text: "<speak>Thank you for calling. You are calling from <say-as interpret-as='telephone'>447700900001</say-as>.</speak>",
        language: 'en-GB',
      },
    ])
  })

  it('greets a caller whose number is withheld', () => {
    const { from, ...withheld } = call
    expect(render(<Answer {...withheld} />)).toStrictEqual([
      {
        action: 'talk',
        text: 'Thank you for calling. Your number is withheld.',
        language: 'en-GB',
      },
    ])
  })
})
