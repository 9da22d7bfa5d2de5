import { OutgoingLeg } from '../leg/outgoing-leg'
import type { SimulatedLeg } from '../leg/simulated-leg'
import { CallInProgress } from './call-in-progress'

/** Gives a leg that a flow has called a call of its own. The call that it leaves goes on as after a hang-up. */
export function splitCall(from: CallInProgress, leg: SimulatedLeg): CallInProgress {
  const { platform, application, isPatient } = from
  const call = new CallInProgress(platform, application, leg, isPatient)
  from.log({ type: 'note', text: `${leg.name} has left this call.` })
  leg.announcements.stopAll()
  const { control } = leg
  if (control instanceof OutgoingLeg) {
    call.outgoing = control
    control.handOver(call, {
      onAnswered() {},
      onOver: (reason) => call.end(reason, 'user'),
      onResult: (result) => call.divert(result),
    })
  }
  return call
}
