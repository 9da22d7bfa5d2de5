import { createPlatform } from 'ncco-jsx/simulate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

const log = vi.spyOn(console, 'log')
beforeEach(() => void log.mockImplementation(() => {}))
afterEach(() => void log.mockReset())

/** Two attendees, then the moderator. */
async function meet() {
  const platform = createPlatform()
  const ada = await dialFlow(flow, { platform, from: '447700900031' })
  const ben = await dialFlow(flow, { platform, from: '447700900032' })
  expect([ada.hears(ben), ben.hears(ada)]).toStrictEqual([false, false])
  const moderator = await dialFlow(flow, { platform, from: '447700900030' })
  return { ada, ben, moderator }
}

describe('moderated conference', () => {
  it('lets attendees wait with music until the moderator is there', async () => {
    const { ada, ben, moderator } = await meet()
    const welcome = 'Welcome. The conference starts when the moderator arrives.'
    expect(ada.heard).toStrictEqual([welcome, 'https://app.example.com/hold.mp3'])
    await moderator.say('Good morning.')
    expect([ada.heard.at(-1), ben.heard.at(-1)]).toStrictEqual(['Good morning.', 'Good morning.'])
    expect([ada.hears(ben), moderator.hears(ben)]).toStrictEqual([true, true])
  })

  it('goes on when an attendee leaves, and ends with the moderator', async () => {
    const { ada, ben, moderator } = await meet()
    await ada.hangUp()
    expect(ben.state).toBe('conversation')
    await moderator.hangUp()
    expect(ben.ended?.reason).toBe('completed')
  })

  it('is recorded', async () => {
    const { ben, moderator } = await meet()
    await moderator.say('Good morning.')
    await ben.say('Hello.')
    await moderator.hangUp()
    const [recording] = moderator.recordings
    expect(recording?.said).toStrictEqual(['Good morning.', 'Hello.'])
    expect(log).toHaveBeenCalledWith(`Recording ${recording?.uuid} can be fetched.`)
  })
})
