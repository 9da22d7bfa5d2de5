import {
  type Call,
  createPlatform,
  type Leg,
  type Platform,
  type PlatformOptions,
  type TimelineEntry,
} from 'ncco-jsx/simulate'
import { callOutFlow, dialFlow } from '../../../examples/dial-flow'
import { examples } from '../../../examples/index'
import { requestHandOver } from '../../../examples/voice-agent/hand-over'

type Options = NonNullable<Parameters<typeof dialFlow>[1]> & { readonly from?: string }
type Act = (call: Call) => Promise<void> | undefined

/** Dials, then does one act after another: each when the call waits for someone. */
type Dial = (options: Options, ...acts: Act[]) => Promise<Call>

const press = (keys: string) => (call: Call) => call.press(keys)
const say = (text: string) => (call: Call) => call.say(text)
const wait = (seconds: number) => (call: Call) => call.wait(seconds)
const hangUp = (call: Call) => call.hangUp()
const last = (act: (leg: Leg) => Promise<void>) => (call: Call) => {
  const leg = call.legs.at(-1)
  return leg && act(leg)
}
const answer = last((leg) => leg.answer())
const legHangsUp = last((leg) => leg.hangUp())
const busy = last((leg) => leg.busy())

const moderator = { from: '447700900030' }

/** What people do in the calls of each example. */
const scripts: Readonly<Record<string, (dial: Dial, callOut: Dial) => Promise<Call[]>>> = {
  'ivr-menu': async (dial) => [
    await dial({}, press('9'), say('Sales, please.'), answer, legHangsUp),
  ],
  greeting: async (dial) => [await dial({})],
  voicemail: async (dial) => [await dial({}, say('Please call me back.'), wait(5))],
  'call-forwarding': async (dial) => [await dial({}, busy, answer, say('Hello.'), hangUp)],
  async conference(dial) {
    const ada = await dial({ from: '447700900031' })
    const host = await dial(moderator, say('Good morning.'))
    await ada.say('Hello.')
    await host.hangUp()
    return [ada, host]
  },
  fragments: async (dial) => [await dial({}, wait(3), press('2'), busy, answer, legHangsUp)],
  surgery: async (dial) => [await dial({}, press('1'), press('29022000'), press('1'))],
  survey: async (dial) => [await dial({}, press('2'), press('1'), press('4'), press('2'))],
  'pin-entry': async (dial) => [await dial({}, press('100200'), press('4712'), press('4711'))],
  async 'conference-pin'(dial) {
    const guest = await dial({ from: '447700900031' }, press('2468#'))
    const host = await dial(moderator, press('246810'), say('Good morning.'))
    await host.hangUp()
    return [guest, host]
  },
  'find-me': async (dial) => [await dial({}, busy, answer, say('Good morning.'), hangUp)],
  'callback-request': async (dial) => [
    await dial({ from: '447700900079' }, press('1'), press('2')),
  ],
  'language-choice': async (dial) => [await dial({}, wait(5), press('2'), press('1'))],
  'appointment-reminder': async (_, callOut) => [
    await callOut({ to: '447700900049' }, (call) => call.leg.answer(), press('*'), press('1')),
  ],
  'voice-agent': async (dial) => [
    await dial(
      {},
      answer,
      say('I want to talk to a person.'),
      ({ conversationUuid }) => requestHandOver(conversationUuid, { summary: 'An invoice.' }),
      last((leg) => leg.disconnect()),
      answer,
      say('Good morning.'),
      hangUp,
    ),
  ],
  // Both agents, so that the next one to be called is the first again.
  async queue(dial) {
    const calls = [await dial({}, answer, say('Hello.')), await dial({}, answer)]
    for (const call of calls) await call.hangUp()
    return calls
  },
}

/** Makes a platform on which the script of an example can be played. */
export function makePlatform(options: PlatformOptions = {}): Platform {
  return createPlatform({ startsAt: '2026-11-30T10:00:00Z', ...options })
}

/** Plays the script of an example, and tells what was seen of its calls. */
export async function play(name: string, platform: Platform) {
  const flow = examples[name]
  const script = scripts[name]
  if (!flow || !script) throw new Error(`Write a script for the example ${name}.`)
  const follow = async (call: Call, acts: readonly Act[]) => {
    await settle(call)
    for (const act of acts) {
      await act(call)
      await settle(call)
    }
    return call
  }
  const dial: Dial = async (options, ...acts) => {
    return follow(await dialFlow(flow, { ...options, platform }), acts)
  }
  const callOut: Dial = async (options, ...acts) => {
    return follow(await callOutFlow(flow, { ...options, to: String(options.to), platform }), acts)
  }
  const calls = await script(dial, callOut)
  await platform.close()
  return calls.map(seen)
}

async function settle(call: Call): Promise<void> {
  if (!call.ended) await call.wait()
}

function seen(call: Call) {
  const { timeline, webhooks, legs, recordings, ended } = call
  const inCall = timeline.filter((entry) => entry.type !== 'webhook')
  return {
    reason: ended?.reason,
    entries: inCall.map(withoutTime),
    webhooks: webhooks.map(({ kind, status, method, attempt, fields, answer }) => {
      return { kind, status, method, attempt, answer: answer?.status, fields: withoutTimes(fields) }
    }),
    legs: legs.map(({ uuid, status, heard, received }) => ({ uuid, status, heard, received })),
    recordings: recordings.map(({ uuid, said }) => ({ uuid, said })),
    times: inCall.map(({ at }) => at - (timeline[0]?.at ?? 0)),
  }
}

function withoutTime({ at, ...entry }: TimelineEntry) {
  // How much of a prompt was heard.
  return entry.type === 'interrupted' ? { ...entry, seconds: undefined } : entry
}

function withoutTimes(fields: Readonly<Record<string, unknown>>) {
  const { timestamp, start_time, end_time, duration, size, ...others } = fields
  return others
}
