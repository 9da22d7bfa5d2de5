import { dial, type Faults } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from './app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

/** The first attempt of each webhook meets a closed connection. */
const faults: Faults = ({ attempt }) =>
  attempt === 1 ? 'closed' : undefined

it('gets over a lost connection', async () => {
  const call = await dial(app, { faults, signature })
  await call.press('1')
  expect(call.legs).toHaveLength(1)
})
