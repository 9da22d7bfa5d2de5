import {
  type AssertionsOf,
  assertOptions,
  assertSeconds,
  flag,
  may,
  refuseOption,
  seconds,
} from '../assert-options'
import { readAloud } from '../audio/read-aloud'
import type { RunningRecording } from '../audio/recording'
import type { CallHost } from '../call/call-host'
import type { Member } from './conversation'
import type { SayOptions } from './leg'
import { assertAnswered, assertPerson } from './leg-acts'
import type { Utterance } from './listener'
import type { SimulatedLeg } from './simulated-leg'

/** Between two keys, in seconds. */
const keyGap = 0.25

/** Presses keys, one after another. */
export async function pressKeys(call: CallHost, leg: SimulatedLeg, keys: string): Promise<void> {
  if (typeof keys !== 'string' || !/^[\d*#]+$/.test(keys)) throw call.error('no-such-key', {})
  const last = keys.length - 1
  for (const [place, key] of [...keys].entries()) {
    const pace = place < last ? { seconds: keyGap, isPatient: false } : {}
    await call.perform(() => pressKey(call, leg, key), pace)
  }
}

/** Is silent for a time. */
export async function wait(call: CallHost, seconds?: number): Promise<void> {
  if (seconds === undefined) {
    const untilItWaits = call.platform.isReal ? { isPatient: true } : {}
    return call.perform(() => {}, untilItWaits)
  }
  assertSeconds('wait()', seconds)
  await call.perform(() => {}, { seconds })
}

/** The person hangs up. */
export async function hangUp(call: CallHost): Promise<void> {
  await call.perform(() => {
    call.remember({ type: 'act', leg: call.leg, act: 'hang up' })
    call.leg.control?.hangUp()
  })
}

/** An input in asynchronous mode receives every key. Besides, the flow of the leg takes it, or the other side hears it as a tone. */
function pressKey(call: CallHost, leg: SimulatedLeg, key: string): void {
  assertPerson(call, leg)
  assertAnswered(call, leg)
  call.remember({ type: 'act', leg, act: `press ${key}` })
  call.log({ type: 'pressed', leg: leg.name, key })
  const { keyListener } = leg
  keyListener?.(key)
  const isTaken = leg.flow?.current?.press?.(key) ?? false
  const isHeard = sendTone(leg, isTaken ? [] : [call.leg], key)
  if (!isTaken && !isHeard && !keyListener) {
    throw call.error('key-unheard', { key, doing: call.doing })
  }
}

/** Keys are tones for the other side of a conversation of two. Websockets in it are told of those of any party. */
function sendTone(from: SimulatedLeg, others: readonly Member[], key: string): boolean {
  const listeners = from.conversation?.listenersOf(from) ?? []
  const told = listeners.filter((leg) => leg.isWebsocket || others.includes(leg))
  for (const leg of told) leg.hearKey(key)
  return told.length > 0
}

const sayAssertions: AssertionsOf<SayOptions> = {
  seconds: (value) => seconds(value, 'seconds of say()'),
  confidence: (value) => confidence(value, 'confidence of say()'),
  isRecognised: (value) => flag(value, 'isRecognised of say()'),
}

export const confidence = may(
  'a number from 0 to 1',
  (value) => typeof value === 'number' && value >= 0 && value <= 1,
)

/** Says something; time passes meanwhile. */
export async function say(
  call: CallHost,
  leg: SimulatedLeg,
  text: string,
  options: SayOptions = {},
): Promise<void> {
  if (typeof text !== 'string') refuseOption('text of say()', 'a text')
  assertOptions('say()', options, sayAssertions)
  const { confidence = 0.9, isRecognised = true, seconds = readAloud(text).seconds } = options
  const utterance = { text, seconds, confidence, isRecognised }
  await call.perform(() => speak(call, leg, utterance), { seconds })
}

/** Speech goes to the flow of the leg, to the listeners in its conversation, and into recordings. */
export function speak(call: CallHost, leg: SimulatedLeg, utterance: Utterance): void {
  assertPerson(call, leg)
  assertAnswered(call, leg)
  const { text, seconds, sound } = utterance
  call.remember({ type: 'act', leg, act: `say ${text}` })
  call.log({ type: 'said', leg: leg.name, text, seconds })
  const isTaken = leg.flow?.current?.hear?.(utterance) ?? false
  const listeners = leg.conversation?.listenersOf(leg) ?? []
  for (const { name, player } of listeners) {
    player.overhear(text)
    call.log({ type: 'heard', leg: name, text, seconds, by: leg.name })
  }
  if (!sound) noteSilence(call, leg, listeners)
  const recordings = recordingsOf(leg, listeners)
  const at = call.platform.now
  for (const recording of recordings) {
    recording.utterances.push({ text, at, seconds, by: leg.uuid, sound })
  }
  if (!isTaken && listeners.length === 0 && recordings.size === 0) {
    const doing = leg.conversation?.isMuted(leg) ? `the leg ${leg.name} is muted` : call.doing
    throw call.error('speech-unheard', { doing })
  }
  leg.speaksUntil = at + seconds
}

/** Legs of which it was said that websockets hear no words. */
const told = new WeakSet<SimulatedLeg>()

/** Says once of a leg that its words have no audio, if a server listens. */
function noteSilence(call: CallHost, leg: SimulatedLeg, listeners: readonly Member[]): void {
  const server = listeners.find(({ port }) => port.turns !== undefined)
  if (!server || told.has(leg)) return
  told.add(leg)
  const text = `${server.name} hears silence: say() has words, but no audio. Let it hear some with speak().`
  call.log({ type: 'note', text })
}

/** The running recordings of a leg, of its listeners, and of its conversation. */
export function recordingsOf(
  leg: Member,
  listeners: readonly Pick<Member, 'recordings'>[],
): Set<RunningRecording> {
  const recordings = new Set([leg, ...listeners].flatMap((member) => [...member.recordings]))
  const { conversation } = leg
  if (conversation?.recording && !conversation.isMuted(leg)) recordings.add(conversation.recording)
  return recordings
}
