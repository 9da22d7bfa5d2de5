import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from './app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

it('goes as it went before', async () => {
  const call = await dial(app, { signature })
  await call.press('1')
  expect(call.legs).toHaveLength(1)
  await call.calledLeg(1).busy()
  expect(call.heard.join('\n')).toMatchInlineSnapshot(`
    "For sales, press 1. For our meeting, press 2.
    Nobody answers."
  `)
})
