import type { JsonObject } from '../element/json'
import { CallInProgress } from './call/call-in-progress'
import type { Application } from './delivery/application'
import { answerFields } from './delivery/webhook-fields'
import { addressOf, type Endpoint, nameOf } from './leg/endpoint'
import { OutgoingLeg } from './leg/outgoing-leg'
import { sendTones } from './leg/tones'
import type { SimulatedPlatform } from './platform'

/** The caller ID where none is given. */
export const defaultCallerId = '447700900000'

/** An outbound call, as `callOut` and `POST /v1/calls` order it. */
export interface OrderedCall {
  readonly endpoint: Endpoint
  readonly from: string
  /** Ringing time in seconds. */
  readonly ringsFor: number
  /** The longest time after the answer, in seconds. */
  readonly limit: number
  /** `machineDetection` and `advancedMachineDetection`, as the NCCO has them. */
  readonly detection: JsonObject
  /** Whether its methods return when it waits for someone. */
  readonly isPatient: boolean
}

/** An outbound call that does not ring yet. */
interface PlacedCall {
  readonly call: CallInProgress
  ring(): void
}

/** Makes an outbound call. */
export function placeCall(
  platform: SimulatedPlatform,
  application: Application,
  { endpoint, from, ringsFor, limit, detection, isPatient }: OrderedCall,
): PlacedCall {
  const [to, name] = [addressOf(endpoint), nameOf(endpoint)]
  const own = { endpoint, direction: 'outbound', from, to, name } as const
  const call = new CallInProgress(platform, application, own, isPatient)
  const outgoing = new OutgoingLeg(call, call.leg, {
    events: application.events,
    ringsFor,
    limit,
    detection,
    asksOn: new Set(),
    onAnswered() {
      if (typeof endpoint.dtmfAnswer === 'string') sendTones(call, call.leg, endpoint.dtmfAnswer)
      call.courier.askForAnswer(
        { kind: 'answer', ...application.answer, fields: answerFields(call, call.leg) },
        (result) => call.begin(result),
      )
    },
    onOver: (reason) => call.end(reason, 'user'),
    onResult: (result) => call.divert(result),
  })
  call.outgoing = outgoing
  return {
    call,
    ring() {
      call.log({ type: 'dialled', from, to: name, direction: 'outbound' })
      outgoing.ring()
    },
  }
}
