import { dial, withTranscript } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from './app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

it('connects to sales', async () => {
  const call = await dial(app, { from: '447700900001', signature })
  await call.press('1')
  const sales = call.calledLeg()
  await sales.answer()
  await sales.say('Sales, hello.')
  await sales.hangUp()
  withTranscript(call, () => {
    expect(call.heard.at(-1)).toBe('Sales, hello.')
    expect(call.ended?.reason).toBe('completed')
  })
})

it('says so when nobody answers', async () => {
  const call = await dial(app, { signature })
  await call.press('1')
  await call.wait(20)
  expect(call.heard.at(-1)).toBe('Nobody answers.')
})
