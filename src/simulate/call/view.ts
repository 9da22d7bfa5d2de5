import { isJsonObject } from '../../element/json'
import { refuseOption } from '../assert-options'
import { recordedAudio } from '../audio/recorded-audio'
import { simulatorError } from '../errors'
import { inspectLeg } from '../leg/inspect-leg'
import type { Leg } from '../leg/leg'
import { answer, beBusy, beUnavailable, disconnect, fail, hangUpLeg, reject } from '../leg/leg-acts'
import { openAudio } from '../leg/open-audio'
import { hangUp, pressKeys, say, wait } from '../leg/person'
import type { SimulatedLeg } from '../leg/simulated-leg'
import { heardAudio, speakAudio } from '../leg/speak'
import type { Call } from './call'
import type { CallInProgress } from './call-in-progress'
import { callOf } from './call-of-leg'

// A view has properties and methods of its own, so that test runners, which copy and compare what an expectation is
// about, find plain properties there, and nothing of how a call works.
const viewOfCall = new WeakMap<CallInProgress, Call>()
const viewOfLeg = new WeakMap<SimulatedLeg, Leg>()
const legOfView = new WeakMap<object, SimulatedLeg>()
const watched = Symbol.for('ncco-jsx.calls')
/** What Node's `console.log` asks for. */
const inspected = Symbol.for('nodejs.util.inspect.custom')
const callOfView = new WeakMap<object, CallInProgress>()

function legOfNumber(call: CallInProgress, number = Math.max(call.legs.length, 1)): SimulatedLeg {
  const leg = call.legs[number - 1]
  if (leg) return leg
  throw simulatorError('no-such-leg', { number, count: call.legs.length }, call.transcript())
}

/** A call, as its caller sees it. */
export function viewCall(call: CallInProgress): Call {
  const known = viewOfCall.get(call)
  if (known) return known
  const view: Call = {
    get conversationUuid() {
      return call.home.id
    },
    get leg() {
      return viewLeg(call.leg)
    },
    get legs() {
      return call.legs.map(viewLeg)
    },
    get heard() {
      return call.leg.heard
    },
    get recordings() {
      return call.recordings
    },
    get webhooks() {
      return call.webhooks
    },
    get timeline() {
      return call.timeline
    },
    get state() {
      return call.state
    },
    get ended() {
      return call.ended
    },
    get isWaiting() {
      return !call.ended && call.isWaiting
    },
    get running() {
      return call.running
    },
    press: (keys) => pressKeys(call, call.leg, keys),
    say: (text, options) => say(call, call.leg, text, options),
    speak: (audio, options) => speakAudio(call, call.leg, audio, options),
    wait: (seconds) => wait(call, seconds),
    hangUp: () => hangUp(call),
    calledLeg: (number) => viewLeg(legOfNumber(call, number)),
    hears: (other) => call.hears(legOf(other)),
    heardAudio: () => heardAudio(call, call.leg),
    recordedAudio: (recording) => recordedAudio(call, recording),
    transcript: () => call.transcript(),
  }
  viewOfCall.set(call, view)
  callOfView.set(view, call)
  if (call.platform.isWatched) watchers()?.push(view)
  // Not enumerable, because an expectation about a call is not about them.
  return Object.defineProperties(view, {
    toJSON: { value: () => toJson(call) },
    [inspected]: { value: () => `Call, ${call.state}\n${call.transcript()}` },
  })
}

/** Where each new call is put, if somebody watches all of them: the setup of `ncco-jsx/vitest`. By name, for all copies of the package. */
function watchers(): Call[] | undefined {
  return (globalThis as { [watched]?: Call[] })[watched]
}

/** The call behind a view. */
export function callBehind(view: unknown): CallInProgress {
  const call = isJsonObject(view) ? callOfView.get(view) : undefined
  return call ?? refuseOption('A call', 'what dial() or callOut() gave')
}

function toJson(call: CallInProgress): object {
  const { state, ended, leg } = call
  return { state, ended, heard: leg.heard, transcript: call.transcript().split('\n') }
}

/** The leg behind a view: the person's own, of a call. */
function legOf(view: unknown): SimulatedLeg {
  const seen = isJsonObject(view) ? (view.leg ?? view) : undefined
  const leg = isJsonObject(seen) ? legOfView.get(seen) : undefined
  return leg ?? refuseOption('What hears() tells of', 'a call or a leg, such as call.legs[0]')
}

function viewLeg(leg: SimulatedLeg): Leg {
  const known = viewOfLeg.get(leg)
  if (known) return known
  const view: Leg = {
    get uuid() {
      return leg.uuid
    },
    get endpoint() {
      return leg.endpoint
    },
    get status() {
      return leg.status
    },
    get heard() {
      return leg.heard
    },
    get received() {
      return leg.received
    },
    get audio() {
      return leg.port.said.track.segments
    },
    get latency() {
      return leg.port.turns ?? []
    },
    answer: (options) => answer(callOf(leg), leg, options),
    busy: () => beBusy(callOf(leg), leg),
    reject: (detail) => reject(callOf(leg), leg, detail),
    unavailable: () => beUnavailable(callOf(leg), leg),
    fail: (detail) => fail(callOf(leg), leg, detail),
    hangUp: () => hangUpLeg(callOf(leg), leg),
    disconnect: () => disconnect(callOf(leg), leg),
    press: (keys) => pressKeys(callOf(leg), leg, keys),
    say: (text, options) => say(callOf(leg), leg, text, options),
    speak: (audio, options) => speakAudio(callOf(leg), leg, audio, options),
    openAudio: (options) => openAudio(callOf(leg), leg, options),
    heardAudio: () => heardAudio(callOf(leg), leg),
  }
  viewOfLeg.set(leg, view)
  legOfView.set(view, leg)
  return Object.defineProperty(view, inspected, { value: () => inspectLeg(leg) })
}
