import { type Call, createPlatform } from 'ncco-jsx/simulate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dialFlow } from '../dial-flow'

// The line is in the memory of a module, and other tests leave callers in it.
vi.resetModules()
const { flow } = await import('./flow')

// One platform for all, so that each call has a place of its own.
const platform = createPlatform({ streams: { 'https://app.example.com/hold.mp3': 30 } })
let calls: Call[] = []

const log = vi.spyOn(console, 'log')
beforeEach(() => void log.mockImplementation(() => {}))
afterEach(async () => {
  for (const call of calls) if (!call.ended) await call.hangUp()
  calls = []
  log.mockReset()
})

async function dial(): Promise<Call> {
  const call = await dialFlow(flow, { platform })
  calls.push(call)
  return call
}

const welcome = 'Welcome to Example Support.'
const turn = 'It is your turn. I will connect you.'
const message = 'Please leave a message after the tone. We will call you back.'
const music = 'https://app.example.com/hold.mp3'
const place = (number: number) =>
  `You are number ${number} in the line. To leave a message, press 1.`

/** Both agents talk to callers. Returns those. */
async function busyAgents(): Promise<readonly [Call, Call]> {
  const callers = [await dial(), await dial()] as const
  for (const caller of callers) await caller.calledLeg().answer()
  return callers
}

describe('queue', () => {
  it('connects at once while an agent is free', async () => {
    for (const call of await busyAgents()) {
      expect(call.heard).toStrictEqual([welcome, turn])
      expect(call.state).toBe('connected')
    }
  })

  it('says the place, plays music, and connects when an agent is free', async () => {
    const [first] = await busyAgents()
    const third = await dial()
    expect(third.heard).toStrictEqual([welcome, place(1), music])
    const fourth = await dial()
    expect(fourth.heard).toStrictEqual([welcome, place(2), music])
    await first.hangUp()
    while (third.state !== 'connecting') await third.wait(1)
    await third.calledLeg(1).answer()
    expect([third.heard.at(-1), third.state]).toStrictEqual([turn, 'connected'])
    await fourth.wait(40)
    expect(fourth.heard.slice(-2)).toStrictEqual([place(1), music])
  })

  it('asks the next agent when one does not answer, and keeps the place', async () => {
    const call = await dial()
    await call.wait(20)
    expect(call.heard).toStrictEqual([welcome, turn, turn])
    const [first, second] = call.legs.map(({ endpoint }) => endpoint.number)
    expect(first).not.toBe(second)
  })

  it('asks for a message when no agent answers', async () => {
    const call = await dial()
    while (call.state === 'connecting') await call.calledLeg().busy()
    expect(call.legs).toHaveLength(10)
    expect(call.heard.at(-1)).toBe(message)
  })

  it('gives the place of a caller who hangs up to the next', async () => {
    await busyAgents()
    const third = await dial()
    const fourth = await dial()
    await third.hangUp()
    await fourth.wait(40)
    expect(fourth.heard.slice(1, -2)).toContain(place(2))
    expect(fourth.heard.slice(-2)).toStrictEqual([place(1), music])
  })

  it('takes a message', async () => {
    await busyAgents()
    const call = await dial()
    await call.press('1')
    await call.say('Please call me back.')
    await call.press('#')
    expect(call.heard.slice(3)).toStrictEqual([message, 'Thank you. Goodbye.'])
    expect(call.recordings).toMatchObject([{ said: ['Please call me back.'] }])
  })

  it('asks for a message in the end', async () => {
    await busyAgents()
    const call = await dial()
    while (call.state !== 'recording') await call.wait(1)
    expect(call.heard.filter((heard) => heard === music)).toHaveLength(10)
    expect(call.heard.at(-1)).toBe(message)
  })
})
