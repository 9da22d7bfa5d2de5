import { describe, expect, it } from 'vitest'
import { callFlow } from '../call-flow'
import { call, pressed } from '../sample-webhooks'
import { flow } from './flow'

const post = callFlow(flow)

const voice = { language: 'en-GB', style: 2 }

describe('fragment library', () => {
  it('asks in the voice of the flow', async () => {
    expect(await post('/answer', call)).toStrictEqual([
      { action: 'talk', text: 'Example Pharmacy.', ...voice },
      {
        action: 'talk',
        text: 'For our opening hours, press 1. To talk to a pharmacist, press 2.',
        ...voice,
        bargeIn: true,
      },
      {
        action: 'input',
        type: ['dtmf'],
        eventUrl: ['https://example.com/chosen'],
        dtmf: { maxDigits: 1 },
      },
    ])
  })

  it('tells the opening hours', async () => {
    expect(await post('/chosen', pressed('1'))).toStrictEqual([
      { action: 'talk', text: 'We are open from nine to six, Monday to Saturday.', ...voice },
    ])
  })

  it('rings the pharmacists in turn', async () => {
    const connect = { action: 'connect', from: '447700900000', timeout: 15 }
    expect(await post('/chosen', pressed('2'))).toStrictEqual([
      { ...connect, endpoint: [{ type: 'phone', number: '447700900020' }] },
      { ...connect, endpoint: [{ type: 'phone', number: '447700900021' }] },
      { action: 'talk', text: 'All pharmacists are busy. Please call again.', ...voice },
    ])
  })
})
