import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Call, Platform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { toSamples } from '../../../src/simulate/media/pcm'
import { parseWav } from '../../../src/simulate/media/wav'
import { eventually } from '../../support/eventually'
import { strengthOf, tone } from '../media/tone'
import { agentNumber, patientNumber, rate, type Served, serveClinic } from './clinic'

// From the reminder to the notes, with real parts: the official client, the app and the REST side over HTTP, a bot over a websocket.

/** The pitches of the voices. */
const voices = { patient: 500, agent: 1100 }

/** What people do, on one of the clocks. */
interface People {
  readonly isReal: boolean
  says(call: Call, text: string, hertz: number): Promise<void>
}

async function callTo(platform: Platform, address: string): Promise<Call> {
  const [call] = await platform.callsTo(address)
  if (!call) throw new Error(`Nobody called ${address}.`)
  return call
}

async function play({ clinic, platform, bot }: Served, { isReal, says }: People) {
  const { uuid } = await clinic.remind()
  const patient = await callTo(platform, patientNumber)
  expect(patient.leg.uuid).toBe(uuid)
  await patient.leg.answer()
  await patient.wait(2.5)
  await patient.press('2')
  const agent = await callTo(platform, agentNumber)
  const notes = await callTo(platform, bot.uri)
  // A simulated websocket is accepted by hand.
  if (!isReal) await notes.leg.answer()
  await eventually(() => expect(notes.state).toBe('conversation'))
  await patient.wait(1.5)
  await agent.leg.answer()
  await says(patient, 'My knee hurts.', voices.patient)
  await says(agent, 'Then come at ten.', voices.agent)
  await patient.hangUp()
  await agent.hangUp()
  await eventually(() => expect(clinic.downloads).toHaveLength(1))
  await Promise.all(clinic.downloads)
  await eventually(() => expect(notes.ended).toBeDefined())
  await platform.close()
  return { patient, agent, notes }
}

/** A transcript with names for what differs from run to run. */
function transcriptOf(call: Call, { bot, baseUrl }: Served): string {
  const named = call
    .transcript()
    .replaceAll(baseUrl, 'http://clinic')
    .replaceAll(bot.uri, 'ws://bot')
  return `\n${named}\n`
}

/** What happened in a call, without what differs with the time and the order in which webhooks arrive. */
function entriesOf({ timeline }: Call, { bot }: Served) {
  const inCall = timeline.filter(({ type }) => type !== 'webhook' && type !== 'interrupted')
  const timeless = inCall.map(({ at, ...entry }) => entry)
  return JSON.parse(JSON.stringify(timeless).replaceAll(bot.uri, 'ws://bot'))
}

const webhooksOf = ({ webhooks }: Call) => webhooks.map(({ kind, status }) => status ?? kind)

async function recordedSeconds({ folder }: Served): Promise<number> {
  const wave = parseWav(await readFile(join(folder, 'call.wav')))
  if (typeof wave === 'string') throw new Error(wave)
  return wave.samples.length / wave.rate
}

const virtual: People = {
  isReal: false,
  says: (call, text) => call.say(text, { seconds: 1 }),
}
const real: People = {
  isReal: true,
  says: (call, text, hertz) => call.speak({ rate, samples: tone(hertz, rate, 1) }, { text }),
}

describe('a reminder that becomes a conversation', () => {
  it('is told whole, on the virtual clock', async () => {
    const served = await serveClinic({ pace: 'manual' })
    const { patient, agent, notes } = await play(served, virtual)
    expect(transcriptOf(patient, served)).toMatchInlineSnapshot(`
      "
         0.00  ← call          POST /v1/calls: 201
         0.00  platform        calls 447700900001 as 447700900000
         0.00  447700900001    is ringing
         0.00  → started       POST http://clinic/event: 204
         0.00  → ringing       POST http://clinic/event: 204
         0.00  447700900001    is answered
         0.00  447700900001    hears “We expect you tomorrow at nine. To confirm, press 1. To talk to a person, press 2. To hear this again, press 3.”
         0.00  input           listens for keys
         0.00  → answered      POST http://clinic/event: 204
         2.50  447700900001    presses 2
         2.50  447700900001    is interrupted at “We expect you tomorrow at…”
         2.50  ← transfer      PUT /v1/calls/00000000-0000-4000-8000-000000000002: 204
         2.50  447700900001    entered “CON-00000000-0000-4000-8000-000000000003”
         2.50  447700900001    hears “One moment.”
         2.50  → input         POST http://clinic/chosen: 204, nothing
         2.50  → transfer      POST http://clinic/event: 204
         3.23  447700900001    entered “room-00000000-0000-4000-8000-000000000002”
         3.23  447700900001    hears “https://app.example.com/hold.mp3”, again and again
         3.23  → transfer      POST http://clinic/event: 204
         4.00  conversation    “room-00000000-0000-4000-8000-000000000002” started
         4.00  447700900001    hears no more of it, after 0.767 s
         4.00  recording       started
         4.00  447700900001    says “My knee hurts.”
         4.00  ws://bot  hears 447700900001: “My knee hurts.”
         4.00  447700900002    hears 447700900001: “My knee hurts.”
         6.00  447700900001    is completed
         6.00  447700900001    left “room-00000000-0000-4000-8000-000000000002”
         6.00  call            ended: hung-up
         6.00  → completed     POST http://clinic/event: 204
         6.00  recording       ended: the conversation ended
         6.00  → record        POST http://clinic/recorded: 204
      "
    `)
    expect(transcriptOf(agent, served)).toMatchInlineSnapshot(`
      "
         2.50  ← call          POST /v1/calls: 201
         2.50  platform        calls 447700900002 as 447700900000
         2.50  447700900002    is ringing
         2.50  → started       POST http://clinic/event: 204
         2.50  → ringing       POST http://clinic/event: 204
         4.00  447700900002    is answered
         4.00  447700900002    entered “room-00000000-0000-4000-8000-000000000002”
         4.00  conversation    “room-00000000-0000-4000-8000-000000000002” started
         4.00  → answered      POST http://clinic/event: 204
         4.00  → transfer      POST http://clinic/event: 204
         5.00  447700900002    says “Then come at ten.”
         5.00  ws://bot  hears 447700900002: “Then come at ten.”
         5.00  447700900001    hears 447700900002: “Then come at ten.”
         6.00  447700900002    is completed
         6.00  447700900002    left “room-00000000-0000-4000-8000-000000000002”
         6.00  call            ended: hung-up
         6.00  → completed     POST http://clinic/event: 204
      "
    `)
    expect(transcriptOf(notes, served)).toMatchInlineSnapshot(`
      "
         2.50  ← call          POST /v1/calls: 201
         2.50  platform        calls ws://bot as 447700900000
         2.50  ws://bot  is ringing
         2.50  → started       POST http://clinic/event: 204
         2.50  → ringing       POST http://clinic/event: 204
         2.50  ws://bot  is answered
         2.50  ws://bot  entered “room-00000000-0000-4000-8000-000000000002”
         2.50  → answered      POST http://clinic/event: 204
         2.50  → transfer      POST http://clinic/event: 204
         4.00  conversation    “room-00000000-0000-4000-8000-000000000002” started
         6.00  ← hangup        PUT /v1/calls/00000000-0000-4000-8000-000000000007: 204
         6.00  ws://bot  is completed
         6.00  ws://bot  left “room-00000000-0000-4000-8000-000000000002”
         6.00  call            ended: hung-up-by-app
         6.00  → completed     POST http://clinic/event: 204
      "
    `)
    expect(patient.recordings).toMatchObject([{ said: ['My knee hurts.', 'Then come at ten.'] }])
    expect(await recordedSeconds(served)).toBe(2)
    expect(served.clinic.problems).toStrictEqual([])
  })

  it('goes the same way on the wall clock, with audio for the bot', async () => {
    const played = await serveClinic({ pace: 'manual' })
    const expected = await play(played, virtual)
    const served = await serveClinic({}, { pace: 'real' })
    const calls = await play(served, real)
    for (const name of ['patient', 'agent', 'notes'] as const) {
      expect(entriesOf(calls[name], served)).toStrictEqual(entriesOf(expected[name], played))
      expect(webhooksOf(calls[name]).sort()).toStrictEqual(webhooksOf(expected[name]).sort())
    }
    const [connection] = served.bot.connections
    const samples = toSamples(Buffer.concat(connection?.frames ?? []))
    const seconds = samples.length / rate
    for (const hertz of Object.values(voices)) {
      expect(strengthOf(hertz, samples, rate) * seconds).toBeGreaterThan(1000)
    }
    expect(calls.patient.recordings).toMatchObject([
      { said: ['My knee hurts.', 'Then come at ten.'] },
    ])
    expect(await recordedSeconds(served)).toBeGreaterThanOrEqual(2)
    expect(served.clinic.problems).toStrictEqual([])
  })
})
