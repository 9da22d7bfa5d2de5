import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

const apology = 'Sorry, nobody is there. Please call again tomorrow.'

describe('call forwarding', () => {
  it('rings the second colleague when the first is busy, and connects', async () => {
    const call = await dialFlow(flow)
    await call.calledLeg(1).busy()
    const second = call.calledLeg(2)
    expect(second.endpoint.number).toBe('447700900011')
    await second.answer()
    await call.say('Good morning.')
    expect(second.heard).toStrictEqual(['Good morning.'])
    await call.hangUp()
    expect(call.legs.map(({ status }) => status)).toStrictEqual(['busy', 'completed'])
    expect(call.heard).toStrictEqual(['One moment, please.'])
  })

  it('ends the call when the colleague hangs up', async () => {
    const call = await dialFlow(flow)
    await call.calledLeg(1).answer()
    await call.calledLeg(1).hangUp()
    expect([call.ended?.reason, call.heard]).toStrictEqual(['completed', ['One moment, please.']])
  })

  it('apologises when nobody answers in 20 seconds', async () => {
    const call = await dialFlow(flow)
    await call.wait(20)
    await call.wait(20)
    expect(call.legs.map(({ status }) => status)).toStrictEqual(['timeout', 'timeout'])
    expect(call.heard.at(-1)).toBe(apology)
  })

  it('does not leave the caller with a machine', async () => {
    const call = await dialFlow(flow)
    await call.calledLeg(1).answer({ as: 'machine' })
    await call.calledLeg(2).reject()
    expect(call.legs.map(({ status }) => status)).toStrictEqual(['completed', 'rejected'])
    expect(call.heard.at(-1)).toBe(apology)
  })

  it('asks the fallback URL when it cannot be reached', async () => {
    const call = await dialFlow(flow, {
      fallbackUrl: '/fallback',
      faults: ({ kind }) => (kind === 'answer' ? { status: 500 } : undefined),
    })
    expect(call.heard).toStrictEqual(['We have a problem. Please call again in an hour.'])
  })
})
