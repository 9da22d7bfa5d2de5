import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from './app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

it('tells the opening hours', async () => {
  const call = await dial(app, { signature })
  await call.press('1')
  expect(call.heard).toStrictEqual([
    'For our opening hours, press 1. For the news, press 2.',
    'We are open from nine to five.',
  ])
})
