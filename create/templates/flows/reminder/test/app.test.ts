import { callOut } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app, { reminder } from '../src/app'

/** Calls a customer, as the request of src/remind.ts does, who answers. */
async function remind(day: string) {
  const call = await callOut(app, {
    to: '447700900002',
    answerUrl: await app.link(reminder({ day })),
    signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
  })
  await call.leg.answer()
  return call
}

it('takes a confirmation', async () => {
  const call = await remind('Monday')
  await call.press('1')
  expect(call.heard).toStrictEqual([
    'We expect you on Monday. To confirm, press 1. To talk to us, press 2.',
    'Thank you. Goodbye.',
  ])
  expect(call.ended?.reason).toBe('completed')
})

it('connects to the office, which may be busy', async () => {
  const call = await remind('Monday')
  await call.press('2')
  const office = call.calledLeg()
  await office.busy()
  expect(call.heard.at(-1)).toBe('Nobody answers. Please call again later. Goodbye.')
})
