import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

const apology = 'Our assistant cannot be reached. Please call again later.'

describe('voice bot', () => {
  it('hands the caller to the bot, which hears and speaks', async () => {
    const call = await dialFlow(flow)
    const [bot] = call.legs
    await bot?.answer()
    expect(bot?.received).toStrictEqual([
      {
        event: 'websocket:connected',
        'content-type': 'audio/l16;rate=16000',
        conversation: call.conversationUuid,
        language: 'en-GB',
      },
    ])
    await call.say('When are you open?')
    await bot?.say('From nine to six.')
    expect([bot?.heard, call.heard]).toStrictEqual([['When are you open?'], ['From nine to six.']])
    await call.hangUp()
    expect(bot?.status).toBe('completed')
  })

  it.each([
    ['cannot be reached', false],
    ['drops the connection', true],
  ])('apologises when the bot %s', async (_, isReached) => {
    const call = await dialFlow(flow)
    const [bot] = call.legs
    if (isReached) {
      await bot?.answer()
      await bot?.disconnect()
    } else {
      await bot?.fail()
    }
    expect(call.heard).toStrictEqual([apology])
  })

  it('takes a caller whose number is withheld', async () => {
    const call = await dialFlow(flow, { from: null })
    expect(call.state).toBe('connecting')
  })
})
