import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from './app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

it('lets a caller interrupt the prompt', async () => {
  const call = await dial(app, { pace: 'manual', signature })
  await call.wait(1)
  await call.press('1')
  await call.wait(1)
  expect(call.heard).toStrictEqual(['For sales,…'])
  expect(call.legs).toHaveLength(1)
})
