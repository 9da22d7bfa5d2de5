import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'
import { requestsFor } from './requests'

const offer = 'All our colleagues are busy. We will be glad to call you back.'
const question = 'Please key in your telephone number with its area code, followed by the hash key.'
const time = 'To be called as soon as somebody is free, press 1. For tomorrow morning, press 2.'

describe('callback request', () => {
  it('calls back at the calling number', async () => {
    const call = await dialFlow(flow, { from: '447700900071' })
    await call.press('1')
    await call.press('1')
    expect(call.heard).toStrictEqual([
      offer,
      'To be called at 447700900071, press 1. For another number, press 2.',
      time,
      'We will call you as soon as possible.',
      'Goodbye.',
    ])
    expect(requestsFor('447700900071')).toStrictEqual([
      { number: '447700900071', when: 'as soon as possible' },
    ])
  })

  it('asks a caller with a withheld number, and reads the number back', async () => {
    const call = await dialFlow(flow, { from: null })
    await call.press('07700900072#')
    await call.press('1')
    await call.say('Tomorrow morning, please.')
    expect(call.heard).toStrictEqual([
      offer,
      question,
      'You keyed in 07700900072. If that is right, press 1. If not, press 2.',
      time,
      'We will call you tomorrow morning.',
      'Goodbye.',
    ])
    expect(requestsFor('07700900072')).toHaveLength(1)
  })

  it('takes another number, and asks again for one that is too short or not right', async () => {
    const call = await dialFlow(flow, { from: '447700900073' })
    await call.press('2')
    await call.press('123#')
    await call.press('07700900073#')
    await call.press('2')
    expect(call.heard.slice(2)).toStrictEqual([
      question,
      'That is too short for a telephone number.',
      question,
      'You keyed in 07700900073. If that is right, press 1. If not, press 2.',
      question,
    ])
    await call.hangUp()
    expect(requestsFor('07700900073')).toStrictEqual([])
  })

  it('takes a request without a time, once though each webhook comes twice', async () => {
    const call = await dialFlow(flow, { from: '447700900074', faults: () => 'duplicate' })
    await call.press('1')
    await call.wait(10)
    await call.wait(10)
    expect(call.heard.at(-2)).toBe('We will call you as soon as possible.')
    expect(requestsFor('447700900074')).toHaveLength(1)
  })

  it('gives up when no choice comes', async () => {
    const call = await dialFlow(flow, { from: '447700900075' })
    for (const key of ['7', '8', '9']) await call.press(key)
    expect(call.heard.slice(-2)).toStrictEqual(['Please call again later.', 'Goodbye.'])
  })
})
