import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

describe('fragment library', () => {
  it('asks, and tells the opening hours', async () => {
    const call = await dialFlow(flow)
    await call.press('1')
    expect(call.heard).toStrictEqual([
      'Example Pharmacy.',
      'For our opening hours, press 1. To talk to a pharmacist, press 2.',
      'We are open from nine to six, Monday to Saturday.',
    ])
  })

  it('speaks in the voice of the flow', async () => {
    const call = await dialFlow(flow)
    const ncco = JSON.parse(call.webhooks.find(({ kind }) => kind === 'answer')?.answer?.body ?? '')
    expect(ncco).toMatchObject([
      { action: 'talk', language: 'en-GB', style: 2 },
      { action: 'talk', language: 'en-GB', style: 2, bargeIn: true },
      { action: 'input' },
    ])
  })

  it('rings the pharmacists in turn', async () => {
    const call = await dialFlow(flow)
    await call.press('2')
    await call.calledLeg(1).busy()
    await call.wait(15)
    expect(call.legs.map(({ status }) => status)).toStrictEqual(['busy', 'timeout'])
    expect(call.heard.at(-1)).toBe('All pharmacists are busy. Please call again.')
  })
  it('asks again after silence and a wrong key, then rings the pharmacists', async () => {
    const call = await dialFlow(flow)
    await call.wait(3)
    await call.press('7')
    await call.press('8')
    const question = 'For our opening hours, press 1. To talk to a pharmacist, press 2.'
    expect(call.heard.slice(2)).toStrictEqual([
      'I did not hear anything.',
      question,
      'That is not one of the choices.',
      question,
    ])
    expect(call.legs[0]?.endpoint.number).toBe('447700900020')
  })
})
