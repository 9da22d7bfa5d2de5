import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

const log = vi.spyOn(console, 'log')
beforeEach(() => void log.mockImplementation(() => {}))
afterEach(() => void log.mockReset())

const sorry = 'I could not find her. Please leave a message after the tone.'

describe('find me', () => {
  it('whispers to the phone that answers, then joins the two', async () => {
    const call = await dialFlow(flow)
    await call.calledLeg(1).busy()
    const second = call.calledLeg(2)
    await second.answer()
    expect(second.heard).toStrictEqual(['A call to your office number.'])
    await call.say('Good morning.')
    expect(second.heard.at(-1)).toBe('Good morning.')
    expect(call.heard).not.toContain('A call to your office number.')
  })

  it('takes a message when no phone answers, and none when a machine does', async () => {
    const call = await dialFlow(flow)
    await call.wait(15)
    await call.calledLeg(2).answer({ as: 'machine' })
    await call.calledLeg(3).reject()
    expect(call.legs.map(({ status }) => status)).toStrictEqual([
      'timeout',
      'completed',
      'rejected',
    ])
    expect(call.heard.at(-1)).toBe(sorry)
    await call.say('Please call me back.')
    await call.press('#')
    expect(call.recordings).toMatchObject([{ said: ['Please call me back.'] }])
    expect(log).toHaveBeenCalledWith(`Recording ${call.recordings[0]?.uuid} can be fetched.`)
    expect(call.heard.at(-1)).toBe('Thank you. She will call you back.')
  })

  it('lets nothing ring on when the caller hangs up', async () => {
    const call = await dialFlow(flow)
    await call.hangUp()
    expect(call.legs.map(({ status }) => status)).toStrictEqual(['cancelled'])
  })
})
