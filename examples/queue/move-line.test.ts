import { Vonage } from '@vonage/server-sdk'
import { toNodeHandler } from 'ncco-jsx/node'
import { createVoiceApp } from 'ncco-jsx/serve'
import { type Call, dial, type Platform, withTranscript } from 'ncco-jsx/simulate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { applicationId, privateKey, restPlatform } from '../../test/support/rest'
import { listen } from '../../test/support/servers'

// The line is in the memory of a module, and other tests leave callers in it.
vi.resetModules()
const { flow } = await import('./flow')
const { watchLine } = await import('./line')
const { moveLine } = await import('./move-line')

const music = 'https://app.example.com/hold.mp3'
const turn = 'It is your turn. I will connect you.'
const waits = (place: number) => `You are number ${place} in the line. To leave a message, press 1.`
const moved = (place: number) => `You are now number ${place} in the line.`

const app = createVoiceApp({
  ...flow,
  baseUrl: 'https://app.example.com',
  secret: 'only for tests, where it is no secret',
  signature: false,
})

let platform: Platform
let calls: Call[] = []

/** The line moves by requests of the official client, over HTTP. */
beforeEach(async () => {
  platform = restPlatform({ target: app }, { streams: { [music]: 300 } })
  const apiHost = await listen(toNodeHandler(platform.api))
  moveLine(app, new Vonage({ applicationId, privateKey }, { apiHost }).voice)
})

afterEach(async () => {
  watchLine(undefined)
  for (const call of calls) if (!call.ended) await call.hangUp()
  calls = []
})

/** A caller who has heard what there is to hear. An agent who rings answers. */
async function callIn(): Promise<Call> {
  const call = await dial(app, { platform, eventUrl: '/event', pace: 'manual' })
  calls.push(call)
  await call.wait(10)
  for (const agent of call.legs) await agent.answer()
  return call
}

/** Two callers who talk to the two agents, and two who wait. */
async function fillLine(): Promise<readonly [Call, Call, Call, Call]> {
  return [await callIn(), await callIn(), await callIn(), await callIn()]
}

describe('the line', () => {
  it('moves on in the middle of the music', async () => {
    const [first, second, third, fourth] = await fillLine()
    expect(third.heard.slice(-2)).toStrictEqual([waits(1), music])
    expect(fourth.heard.slice(-2)).toStrictEqual([waits(2), music])
    await first.hangUp()
    await platform.wait(5)
    withTranscript(third, () => {
      expect(third.heard.slice(-3)).toStrictEqual([waits(1), music, turn])
      expect(third.state).toBe('connecting')
    })
    withTranscript(fourth, () => {
      expect(fourth.heard.slice(-3)).toStrictEqual([waits(2), moved(1), music])
    })
    const agent = third.calledLeg(1)
    expect(agent.endpoint).toStrictEqual(first.legs[0]?.endpoint)
    await agent.answer()
    await second.hangUp()
    await platform.wait(5)
    expect([fourth.heard.at(-1), fourth.state]).toStrictEqual([turn, 'connecting'])
  })

  it('tells the others when somebody gives up', async () => {
    const [, , third, fourth] = await fillLine()
    await third.hangUp()
    await platform.wait(5)
    expect(fourth.heard.slice(-3)).toStrictEqual([waits(2), moved(1), music])
  })

  it('moves on at the end of the music if a request fails', async () => {
    const [first, , third] = await fillLine()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const unreachable = { applicationId, privateKey }
    moveLine(app, new Vonage(unreachable, { apiHost: 'http://127.0.0.1:1' }).voice)
    await first.hangUp()
    await platform.wait(5)
    expect(third.heard.at(-1)).not.toBe(turn)
    await platform.wait(300)
    expect([third.heard.at(-1), third.state]).toStrictEqual([turn, 'connecting'])
    vi.restoreAllMocks()
  })
})
