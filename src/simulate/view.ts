import type { Call } from './call'
import type { CallInProgress } from './call-in-progress'
import type { Leg } from './leg'
import type { SimulatedLeg } from './simulated-leg'

// A view has properties and methods of its own, so that test runners, which copy and compare what an expectation is
// about, find plain properties there, and nothing of how a call works.
const viewOfLeg = new WeakMap<SimulatedLeg, Leg>()
const legOfView = new WeakMap<object, SimulatedLeg>()

/** A call, as its caller sees it. */
export function viewCall(call: CallInProgress): Call {
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
    press: (keys) => call.pressOn(call.leg, keys),
    say: (text, options) => call.sayOn(call.leg, text, options),
    wait: (seconds) => call.wait(seconds),
    hangUp: () => call.hangUp(),
    hears(other) {
      const leg = legOfView.get('leg' in other ? other.leg : other)
      return leg !== undefined && call.hears(leg)
    },
    transcript: () => call.transcript(),
  }
  const { defineProperty } = Object
  defineProperty(view, 'toJSON', { value: () => call.toJSON() })
  defineProperty(view, Symbol.for('nodejs.util.inspect.custom'), { value: () => call.inspect() })
  return view
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
    answer: (options) => leg.answer(options),
    busy: () => leg.busy(),
    reject: (detail) => leg.reject(detail),
    unavailable: () => leg.unavailable(),
    fail: (detail) => leg.fail(detail),
    hangUp: () => leg.hangUp(),
    disconnect: () => leg.disconnect(),
    press: (keys) => leg.press(keys),
    say: (text, options) => leg.say(text, options),
  }
  viewOfLeg.set(leg, view)
  legOfView.set(view, leg)
  return view
}
