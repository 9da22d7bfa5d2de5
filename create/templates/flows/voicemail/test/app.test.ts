import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from '../src/app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

it('takes a message', async () => {
  const call = await dial(app, { signature })
  expect(call.state).toBe('recording')
  await call.say('This is Ada. Please call me back.')
  await call.press('#')
  expect(call.recordings).toMatchObject([{ said: ['This is Ada. Please call me back.'] }])
  expect(call.heard.at(-1)).toBe('Thank you. We will call you back.')
  expect(call.ended?.reason).toBe('completed')
})
