import type { Member } from './conversation'
import type { SimulatorError } from './errors'
import type { Utterance } from './listener'
import type { SimulatorCode, SimulatorDetail } from './messages'
import type { RunningRecording } from './recording'
import type { SimulatedLeg } from './simulated-leg'
import type { Happening } from './timeline'

/** The call that somebody is in. */
interface CallOfPerson {
  /** The leg that the flow of the call runs on. */
  readonly leg: SimulatedLeg
  readonly platform: { readonly now: number }
  readonly doing: string
  tell(happening: Happening): void
  error<C extends SimulatorCode>(code: C, detail: SimulatorDetail<C>): SimulatorError
}

/** Somebody presses a key: for the flow that runs on the leg, or as a tone for whom it talks to. */
export function pressKey(call: CallOfPerson, leg: SimulatedLeg, key: string): void {
  leg.assertAnswered()
  call.tell({ type: 'pressed', leg: leg.name, key })
  const isHeard =
    leg.flow?.current?.press?.(key) || pressAside(leg, key) || sendTone(leg, call.leg, key)
  if (!isHeard) throw call.error('key-unheard', { key, doing: call.doing })
}

/** For an input in asynchronous mode, which listens beside the flow. */
function pressAside(leg: SimulatedLeg, key: string): boolean {
  const { keyListener } = leg
  keyListener?.(key)
  return keyListener !== undefined
}

/** In a conversation of two, keys are tones that the other side hears. */
function sendTone(from: SimulatedLeg, to: SimulatedLeg, key: string): boolean {
  const isHeard = from.conversation?.hears(to, from) ?? false
  if (isHeard) to.received.push(key)
  return isHeard
}

/** Somebody begins to speak: to the flow that runs on the leg, to who is in the conversation, and onto recordings. */
export function speak(call: CallOfPerson, leg: SimulatedLeg, utterance: Utterance): void {
  leg.assertAnswered()
  const { text, seconds } = utterance
  call.tell({ type: 'said', leg: leg.name, text, seconds })
  const isTaken = leg.flow?.current?.hear?.(utterance) ?? false
  const listeners = leg.conversation?.listenersOf(leg) ?? []
  for (const { name, player } of listeners) {
    player.overhear(text)
    call.tell({ type: 'heard', leg: name, text, seconds, by: leg.name })
  }
  const recordings = recordingsOf(leg, listeners)
  const at = call.platform.now
  for (const recording of recordings) recording.spoken.push({ text, at, seconds })
  if (isTaken || listeners.length > 0 || recordings.size > 0) return
  const doing = leg.conversation?.isMuted(leg) ? `the leg ${leg.name} is muted` : call.doing
  throw call.error('speech-unheard', { doing })
}

/** The recordings that run: of the call of each who hears the leg, of its own, and of the conversation that it is in. */
function recordingsOf(leg: SimulatedLeg, listeners: readonly Member[]): Set<RunningRecording> {
  const recordings = new Set([leg, ...listeners].flatMap((member) => member.recordings))
  const { conversation } = leg
  if (conversation?.recording && !conversation.isMuted(leg)) recordings.add(conversation.recording)
  return recordings
}
