import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

const question = 'For sales, press 1, or say sales. For support, press 2, or say support.'
const sorry = 'Sorry, I did not get that.'

describe('IVR menu', () => {
  it('connects by key', async () => {
    const call = await dialFlow(flow)
    await call.press('2')
    expect(call.heard).toStrictEqual([question, 'I will connect you to support.'])
    const support = call.calledLeg(1)
    expect(support.endpoint).toStrictEqual({ type: 'phone', number: '447700900003' })
    await support.answer()
    expect(call.hears(support)).toBe(true)
    await support.hangUp()
    expect(call.ended?.reason).toBe('completed')
  })

  it('lets a caller who knows it press a key at once', async () => {
    const call = await dialFlow(flow, { pace: 'manual' })
    await call.wait(1)
    await call.press('1')
    await call.wait(2)
    expect(call.heard).toStrictEqual(['For sales,…', 'I will connect you to sales.'])
  })

  it('connects by voice', async () => {
    const call = await dialFlow(flow)
    await call.say('Support, please.', { confidence: 0.93 })
    expect(call.legs[0]?.endpoint.number).toBe('447700900003')
  })

  it.each([
    ['a wrong key', 'press', '9'],
    ['a wrong word', 'say', 'pizza'],
    ['silence', 'wait', 5],
  ] as const)('asks again after %s, then connects to the first', async (_, act, what) => {
    const call = await dialFlow(flow)
    for (let attempt = 1; attempt <= 3; attempt++) await call[act](what as never)
    expect(call.heard).toStrictEqual([
      question,
      sorry,
      question,
      sorry,
      question,
      'I will connect you to sales.',
    ])
    expect(call.legs[0]?.endpoint.number).toBe('447700900002')
  })
})
