import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { keys, talk } from '../support/answering'

const count = 100_000
const many = (action: object) => Array.from({ length: count }, () => action)

// Where each action costs as much time as there are actions, these take many minutes.
describe('a call of 100,000 actions comes to its end', { timeout: 120_000 }, () => {
  it('with waits', async () => {
    const platform = createPlatform({ maxSeconds: count })
    const call = await dial(many({ action: 'wait', timeout: 0.1 }), { platform })
    expect(call.ended).toStrictEqual({ at: count / 10, reason: 'completed' })
  })

  it('with recordings that run side by side', async () => {
    const call = await dial([...many({ action: 'record' }), { action: 'wait', timeout: 1 }])
    await call.hangUp()
    expect(call.recordings.filter(({ endedAt }) => endedAt === 0)).toHaveLength(count)
  })

  it('with prompts that a key breaks off', async () => {
    const call = await dial([...many(talk('Hi', { bargeIn: true })), keys()], { pace: 'manual' })
    await call.press('1')
    expect([call.heard, call.state]).toStrictEqual([['…'], 'listening'])
  })
})
