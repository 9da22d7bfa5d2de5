import { describe, expect, it } from 'vitest'
import { callOutFlow } from '../dial-flow'
import { flow } from './flow'

const reminder =
  'This is the Example Clinic. We expect you on 24/12 at half past nine. ' +
  'Please come 10 minutes early. To confirm, press 1. To cancel, press 2.'

/** Calls a patient who answers. */
async function remind() {
  const call = await callOutFlow(flow, { to: '447700900040' })
  await call.leg.answer()
  return call
}

describe('reminder', () => {
  it.each([
    ['1', 'Thank you. We look forward to seeing you.'],
    ['2', 'Your appointment is cancelled.'],
    ['3', 'We will call you again. Goodbye.'],
  ])('says when the appointment is, and answers %s', async (key, answer) => {
    const call = await remind()
    await call.press(key)
    expect(call.heard).toStrictEqual([reminder, answer])
    expect(call.ended?.reason).toBe('completed')
  })

  it('answers silence', async () => {
    const call = await remind()
    await call.wait(10)
    expect(call.heard).toStrictEqual([reminder, 'We will call you again. Goodbye.'])
  })

  it('reaches nobody who is busy', async () => {
    const call = await callOutFlow(flow, { to: '447700900040' })
    await call.leg.busy()
    expect(call.ended).toStrictEqual({ at: 0, reason: 'busy' })
  })
})
