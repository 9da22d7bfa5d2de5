import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import app from '../src/app'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }
const menu = 'Our assistant is gone. To talk to a person, press 1. To be called back, press 2.'

it('lets the agent talk to the caller', async () => {
  const call = await dial(app, { signature })
  const agent = call.calledLeg()
  await agent.answer()
  await call.say('When are you open?')
  expect(agent.heard).toStrictEqual(['When are you open?'])
  await agent.say('From nine to five.')
  expect(call.heard).toStrictEqual(['You are talking to our assistant.', 'From nine to five.'])
})

it('offers a menu when the agent cannot be reached', async () => {
  const call = await dial(app, { signature })
  await call.calledLeg().fail()
  expect(call.heard.at(-1)).toBe(menu)
  await call.press('2')
  expect(call.heard.at(-1)).toBe('We will call you back today. Goodbye.')
})
