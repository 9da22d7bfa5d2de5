import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from '../src/app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }
const prompt = 'For sales, press 1. For our opening hours, press 2.'

it('connects to sales by key, after a wrong one', async () => {
  const call = await dial(app, { signature })
  await call.press('9')
  await call.press('1')
  expect(call.heard).toStrictEqual([
    'Welcome to the Example Company.',
    prompt,
    'That is not one of the choices.',
    prompt,
    'I will connect you to sales.',
  ])
  const sales = call.calledLeg()
  await sales.answer()
  await sales.hangUp()
  expect(call.ended?.reason).toBe('completed')
})

it('tells the opening hours by voice', async () => {
  const call = await dial(app, { signature })
  await call.say('When are you open?')
  expect(call.heard.at(-1)).toBe('We are open from Monday to Friday, from nine to five. Goodbye.')
})
