import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { keys, talk } from '../support/answering'

const many = (count: number, action: object) => Array.from({ length: count }, () => action)

/** Milliseconds for each action of a call with so many. */
async function cost(count: number, action: object, last: readonly object[] = []): Promise<number> {
  const start = performance.now()
  const call = await dial([...many(count, action), ...last], { pace: 'manual' })
  if (call.state === 'listening') await call.press('1')
  else await call.wait(3000)
  await call.hangUp().catch(() => {})
  return (performance.now() - start) / count
}

describe('the time of an action stays the same up to 100,000 actions', () => {
  it.each([
    ['waits', { action: 'wait', timeout: 0.1 }, []],
    ['recordings', { action: 'record' }, [{ action: 'wait' }]],
    ['prompts that a key breaks off', talk('Hi', { bargeIn: true }), [keys({ maxDigits: 2 })]],
  ])(
    '%s',
    async (_, action, last) => {
      await cost(1000, action, last)
      const few = await cost(10_000, action, last)
      const lots = await cost(100_000, action, last)
      // Ten times as many would cost ten times as much each, if the time grew with the square.
      expect(lots).toBeLessThan(few * 4)
    },
    60_000,
  )
})
