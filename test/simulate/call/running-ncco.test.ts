import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'

const ncco = [
  { action: 'talk', text: 'For sales, press 1.', bargeIn: true },
  {
    action: 'input',
    type: ['dtmf'],
    dtmf: { maxDigits: 1 },
    eventUrl: ['https://app.example.com/x'],
  },
  { action: 'talk', text: 'Goodbye.' },
]

describe('what a page shows of a call that runs', () => {
  it('tells which action began last', async () => {
    const call = await dial(ncco, { pace: 'manual' })
    expect(call.running).toStrictEqual({ ncco, index: 1 })
    await call.press('1')
    expect(call.running).toStrictEqual({ ncco, index: 2 })
    await call.wait(2)
    expect(call.running).toBeUndefined()
  })

  it('waits for someone only between the prompt and the webhook', async () => {
    const call = await dial(ncco, { pace: 'manual' })
    expect(call.isWaiting).toBe(false)
    await call.wait(2)
    expect(call.isWaiting).toBe(true)
    await call.press('1')
    expect(call.isWaiting).toBe(false)
    await call.hangUp()
    expect(call.isWaiting).toBe(false)
  })

  it('tells when something happens next by itself', async () => {
    const platform = createPlatform()
    expect(platform.next).toBeUndefined()
    const call = await dial(ncco, { platform, pace: 'manual' })
    // The words take 1.467 s with their pause.
    expect(platform.next).toBe(1.467)
    await call.wait(2)
    // Then the keypad waits 3 s.
    expect(platform.next).toBe(4.467)
  })
})
