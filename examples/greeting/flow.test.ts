import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

describe('greeting', () => {
  it('reads the calling number back', async () => {
    const call = await dialFlow(flow, { from: '447700900001' })
    expect(call.heard).toStrictEqual(['Thank you for calling. You are calling from 447700900001.'])
    expect(call.ended?.reason).toBe('completed')
  })

  it('greets a caller whose number is withheld', async () => {
    const call = await dialFlow(flow, { from: null })
    expect(call.heard).toStrictEqual(['Thank you for calling. Your number is withheld.'])
  })
})
