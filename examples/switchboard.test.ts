import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { examples } from './index'
import switchboard from './switchboard'

describe('the switchboard', () => {
  it('offers every example', async () => {
    const call = await dial(switchboard)
    for (const name of Object.keys(examples)) {
      expect(call.heard[0]).toContain(name.replaceAll('-', ' '))
    }
  })

  it('leads into the one that was chosen, whose links go on in it', async () => {
    const call = await dial(switchboard, { eventUrl: '/event' })
    await call.press('01')
    await call.press('2')
    expect(call.heard.slice(1)).toStrictEqual([
      'For sales, press 1, or say sales. For support, press 2, or say support.',
      'I will connect you to support.',
    ])
    expect(call.webhooks.every(({ answer }) => answer !== undefined && answer.status < 300)).toBe(
      true,
    )
  })

  it('asks again after digits that no example has', async () => {
    const call = await dial(switchboard)
    await call.press('99')
    expect(call.heard).toHaveLength(2)
    expect(call.heard[1]).toBe(call.heard[0])
  })
})
