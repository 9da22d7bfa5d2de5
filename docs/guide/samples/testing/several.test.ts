import { createPlatform, dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from './app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

it('lets two callers talk', async () => {
  const platform = createPlatform()
  const from = ['447700900031', '447700900032'] as const
  const ada = await dial(app, { platform, from: from[0], signature })
  const ben = await dial(app, { platform, from: from[1], signature })
  await ada.press('2')
  await ben.press('2')
  await ada.say('Hello, Ben.')
  expect(ben.heard.at(-1)).toBe('Hello, Ben.')
})
