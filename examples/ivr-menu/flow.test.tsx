import { render } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { call, pressed, silence } from '../sample-webhooks'
import { Answer, Chosen } from './flow'

const input = {
  action: 'input',
  type: ['dtmf', 'speech'],
  eventUrl: ['https://example.com/chosen'],
  dtmf: { maxDigits: 1, timeOut: 5 },
  speech: { language: 'en-GB', context: ['sales', 'support'] },
}

const menu = [
  {
    action: 'talk',
    text: 'For sales, press 1, or say sales. For support, press 2, or say support. ',
    bargeIn: true,
    language: 'en-GB',
  },
  input,
]

const menuAgain = [
  {
    action: 'talk',
    text: 'Sorry, I did not get that. For sales, press 1, or say sales. For support, press 2, or say support. ',
    bargeIn: true,
    language: 'en-GB',
  },
  input,
]

const support = [
  { action: 'talk', text: 'I will connect you to support.', language: 'en-GB' },
  {
    action: 'connect',
    from: '447700900000',
    timeout: 30,
    endpoint: [{ type: 'phone', number: '447700900003' }],
  },
]

describe('IVR menu', () => {
  it('offers the departments', () => {
    expect(render(<Answer {...call} />)).toStrictEqual(menu)
  })

  it('connects by key', () => {
    expect(render(<Chosen {...pressed('2')} />)).toStrictEqual(support)
  })

  it('connects by voice', () => {
    const speech = { results: [{ text: 'Support', confidence: '0.93' }] }
    expect(render(<Chosen {...silence} speech={speech} />)).toStrictEqual(support)
  })

  it('offers the departments again after a wrong key', () => {
    expect(render(<Chosen {...pressed('9')} />)).toStrictEqual(menuAgain)
  })

  it('offers the departments again after silence', () => {
    expect(render(<Chosen {...silence} />)).toStrictEqual(menuAgain)
  })
})
