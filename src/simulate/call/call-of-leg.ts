import type { SimulatedLeg } from '../leg/simulated-leg'
import type { CallHost } from './call-host'

const calls = new WeakMap<SimulatedLeg, CallHost>()

/** The call that a leg is in. */
export function callOf(leg: SimulatedLeg): CallHost {
  return calls.get(leg) as CallHost
}

/** Puts a leg into a call, whose timeline tells of it from now on. */
export function putInto(call: CallHost, leg: SimulatedLeg): void {
  calls.set(leg, call)
  leg.log = (entry) => call.log(entry)
}
