import { withTranscript } from 'ncco-jsx/simulate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { dialFlow } from '../dial-flow'
import { flow } from './flow'

const log = vi.spyOn(console, 'log')
beforeEach(() => void log.mockImplementation(() => {}))
afterEach(() => void log.mockReset())

describe('voicemail', () => {
  it.each([
    ['the hash key', '#'],
    ['silence', 5],
  ])('takes a message that ends with %s', async (_, end) => {
    const call = await dialFlow(flow)
    expect(call.state).toBe('recording')
    await call.say('This is Ada. Please call me back.')
    await (typeof end === 'string' ? call.press(end) : call.wait(end))
    withTranscript(call, () => {
      expect(call.heard.at(-1)).toBe('Thank you. We will call you back.')
      expect(call.recordings).toMatchObject([{ said: ['This is Ada. Please call me back.'] }])
    })
  })

  it('tells where the message and its transcription can be fetched', async () => {
    const call = await dialFlow(flow)
    await call.say('This is Ada.')
    await call.hangUp()
    const uuid = call.recordings[0]?.uuid
    expect(log.mock.calls).toStrictEqual([
      [`Recording ${uuid} can be fetched.`],
      [`The transcription of ${uuid} can be fetched.`],
    ])
  })
})
