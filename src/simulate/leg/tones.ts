import type { CallHost } from '../call/call-host'
import type { SimulatedLeg } from './simulated-leg'

/** Sends keys to the far end of a leg, as `dtmfAnswer` and the REST API do. A `p` is a pause, which takes no time here. */
export function sendTones(call: CallHost, leg: SimulatedLeg, keys: string): void {
  for (const key of keys) if (key !== 'p') leg.hearKey(key)
  call.log({ type: 'note', text: `The keys ${keys} are sent to ${leg.name}.` })
}
