import { createPlatform } from 'ncco-jsx/simulate'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { dialFlow } from '../dial-flow'
import { startAgent } from './agent'
import { flow, makeFlow } from './flow'
import { requestHandOver } from './hand-over'

// One platform for all, so that no call has the id of another.
const platform = createPlatform()

const greeting = 'You are talking to our assistant. You can ask for a person at any time.'
const menu =
  'Our assistant cannot be reached. To talk to a person, press 1. To be called back, press 2.'
const busy = 'Nobody is free. We will call you back today. Goodbye.'

/** Half a second that sounds like a voice to the agent. */
const speech = Int16Array.from({ length: 8000 }, (_, index) => 8000 * Math.sin(index / 10))

/** A caller with whom the agent talks. */
async function talkToAgent() {
  const call = await dialFlow(flow, { platform })
  const agent = call.calledLeg(1)
  await agent.answer()
  return { call, agent }
}

describe('voice agent', () => {
  it('hears and speaks over the websocket', async () => {
    const { call, agent } = await talkToAgent()
    expect(agent.received).toStrictEqual([
      {
        event: 'websocket:connected',
        'content-type': 'audio/l16;rate=16000',
        conversation: call.conversationUuid,
        language: 'en-GB',
      },
    ])
    await call.say('When are you open?')
    await agent.say('From nine to six.')
    expect(agent.heard).toStrictEqual(['When are you open?'])
    expect(call.heard).toStrictEqual([greeting, 'From nine to six.'])
    await call.hangUp()
    expect(agent.status).toBe('completed')
  })

  it('hands the caller over to a person, who is told what it is about', async () => {
    const { call, agent } = await talkToAgent()
    await call.say('I want to talk to a person.')
    await requestHandOver(call.conversationUuid, { summary: 'A question about an invoice.' })
    await agent.disconnect()
    const person = call.calledLeg(2)
    await person.answer()
    expect(person.heard).toStrictEqual(['A question about an invoice.'])
    expect(call.heard).toStrictEqual([greeting, 'I will connect you to a person.'])
    await call.say('Good morning.')
    expect(person.heard.at(-1)).toBe('Good morning.')
  })

  it('says so when no person answers', async () => {
    const { call, agent } = await talkToAgent()
    await requestHandOver(call.conversationUuid, { summary: 'A question about an invoice.' })
    await agent.disconnect()
    await call.wait(30)
    expect(call.heard.at(-1)).toBe(busy)
    expect(call.ended?.reason).toBe('completed')
  })

  it.each([
    ['cannot be reached', false],
    ['drops the connection', true],
  ])('offers a menu when the agent %s', async (_, isReached) => {
    const call = await dialFlow(flow, { platform })
    const agent = call.calledLeg(1)
    if (isReached) {
      await agent.answer()
      await agent.disconnect()
    } else {
      await agent.fail()
    }
    expect(call.heard).toStrictEqual([greeting, menu])
    await call.press('7')
    await call.press('1')
    expect(call.heard.slice(2)).toStrictEqual(['That is not one of the choices.', menu])
    const person = call.calledLeg(2)
    await person.answer()
    expect(person.heard).toStrictEqual(['The assistant could not be reached.'])
  })

  it('calls back a caller who wants it, and gives up on one who does not answer', async () => {
    const call = await dialFlow(flow, { platform, from: null })
    await call.calledLeg(1).fail()
    await call.say('Please call me back.')
    expect(call.heard.at(-1)).toBe('We will call you back today. Goodbye.')
    const other = await dialFlow(flow, { platform })
    await other.calledLeg(1).reject()
    for (const _ of [1, 2, 3]) await other.wait(10)
    expect(other.heard.at(-1)).toBe('Please call again later. Goodbye.')
  })

  it('talks to the server of an agent, as audio, until that hands the caller over', async () => {
    const agent = await startAgent((conversation) =>
      requestHandOver(conversation, { summary: 'A question about an invoice.' }),
    )
    onTestFinished(() => agent.close())
    const live = createPlatform({ pace: 'real' })
    onTestFinished(() => live.close())
    const call = await dialFlow(makeFlow(agent.uri), { platform: live })
    await call.wait()
    const [leg] = call.legs
    expect(leg?.status).toBe('answered')
    expect(agent.authorization).toMatch(/^Bearer /)
    for (const answers of [1, 2]) {
      await call.speak({ rate: 16_000, samples: speech }, { text: 'When are you open?' })
      await vi.waitFor(() => expect(call.heard.length).toBe(answers + 1), 10_000)
    }
    expect(leg?.latency.length).toBe(2)
    await call.press('0')
    await vi.waitFor(() => expect(call.legs[1]?.status).toBe('ringing'), 20_000)
    expect(call.heard.at(-1)).toBe('I will connect you to a person.')
  })
})
