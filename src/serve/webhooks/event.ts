import {
  type FieldTable,
  filledText,
  number,
  type OpenText,
  object,
  oneText,
  optional,
  orNull,
  required,
  text,
} from './fields'
import { type TranscribedWebhook, transcribedFields } from './transcribed'

/** The fields of every event of a leg. */
interface LegEvent {
  /** The calling number. */
  from?: string | undefined
  /** The called number. */
  to?: string | undefined
  /** Id of the leg. */
  uuid: string
  /** Id of the conversation, `CON-…`. */
  conversation_uuid: string
  /** `inbound` or `outbound`, as seen from Vonage's customer. */
  direction?: OpenText<'inbound' | 'outbound'> | undefined
  /** ISO 8601, in UTC, with milliseconds. Events may arrive out of order. */
  timestamp?: string | undefined
  /** Headers of a websocket or SIP leg. */
  headers?: Readonly<Record<string, unknown>> | undefined
}

/** An outbound leg that was not answered. */
interface UnansweredLeg extends LegEvent {
  /** The final SIP code. Only the SDKs document it. */
  sip_code?: number | undefined
}

/** The leg is being set up. Takes no NCCO. */
export interface StartedEvent extends LegEvent {
  status: 'started'
}

/** The destination rings. Takes no NCCO. */
export interface RingingEvent extends LegEvent {
  status: 'ringing'
}

/** The leg was answered. Takes no NCCO. */
export interface AnsweredEvent extends LegEvent {
  status: 'answered'
  /** Absent or null at this time. */
  start_time?: string | null | undefined
  /** Absent or null at this time. */
  rate?: string | null | undefined
  /** Absent or null at this time. */
  network?: string | null | undefined
}

/** The destination is busy. Takes an NCCO from a `<Connect eventType="synchronous">`. */
export interface BusyEvent extends UnansweredLeg {
  status: 'busy'
}

/** The call was cancelled before it was answered. Takes no NCCO. */
export interface CancelledEvent extends LegEvent {
  status: 'cancelled'
}

/** Nobody answered. Takes an NCCO from a `<Connect eventType="synchronous">`. */
export interface UnansweredEvent extends UnansweredLeg {
  status: 'unanswered'
  /** Why: the recipient is unavailable, or it rang too long. */
  detail?: OpenText<'unavailable' | 'timeout' | 'carrier_timeout'> | undefined
}

/** The call was rejected. Takes an NCCO from a `<Connect eventType="synchronous">`. */
export interface RejectedEvent extends UnansweredLeg {
  status: 'rejected'
  /** Why: no such number, refused by the carrier, or declined by the called party. */
  detail?: OpenText<'invalid_number' | 'restricted' | 'declined'> | undefined
}

/** The call could not be made. Takes an NCCO from a `<Connect eventType="synchronous">`. */
export interface FailedEvent extends UnansweredLeg {
  status: 'failed'
  /** Why: no route, a number out of service, or an error of the platform. */
  detail?: OpenText<'cannot_route' | 'number_out_of_service' | 'internal_error'> | undefined
}

/** It rang longer than `timeout` of `<Connect>`. Takes an NCCO from a `<Connect eventType="synchronous">`. */
export interface TimeoutEvent extends UnansweredLeg {
  status: 'timeout'
}

/** The fields of both verdicts of a machine detection; the leg is in `call_uuid`, not in `uuid`. */
interface DetectionEvent extends Omit<LegEvent, 'uuid'> {
  /** Id of the leg. */
  call_uuid: string
}

/** A person answered. Takes an NCCO with `<AdvancedMachineDetection mode="default">`. */
export interface HumanEvent extends DetectionEvent {
  status: 'human'
}

/** A machine answered. Takes an NCCO with `<AdvancedMachineDetection mode="default">`. */
export interface MachineEvent extends DetectionEvent {
  status: 'machine'
  /** Whether the beep was heard, or not in time. Absent on the first verdict. */
  sub_state?: OpenText<'beep_start' | 'beep_timeout'> | undefined
}

/** The far side dropped the websocket. Takes an NCCO; without one the flow goes on. */
export interface DisconnectedEvent extends LegEvent {
  status: 'disconnected'
}

/** The leg ended. Takes no NCCO. */
export interface CompletedEvent extends LegEvent {
  status: 'completed'
  /** When the leg was answered: ISO 8601, in UTC. */
  start_time?: string | null | undefined
  /** When the leg ended: ISO 8601, in UTC. */
  end_time?: string | null | undefined
  /** In seconds, as a text. */
  duration?: string | undefined
  /** The price of a minute in EUR, as a text. */
  rate?: string | null | undefined
  /** The price of the leg in EUR, as a text. */
  price?: string | null | undefined
  /** The network: MCC and MNC, or a text such as `GB-FIXED`. */
  network?: string | null | undefined
  /** Who hung up. */
  disconnected_by?: OpenText<'platform' | 'user'> | undefined
  /** The final SIP code. Only the SDKs document it. */
  sip_code?: number | undefined
}

/**
 * An event with a `status`, which tells one from another.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#event-webhook
 */
export type CallEvent =
  | StartedEvent
  | RingingEvent
  | AnsweredEvent
  | BusyEvent
  | CancelledEvent
  | UnansweredEvent
  | RejectedEvent
  | FailedEvent
  | TimeoutEvent
  | HumanEvent
  | MachineEvent
  | DisconnectedEvent
  | CompletedEvent
  | TranscribedWebhook

const leg = {
  from: optional(text()),
  to: optional(text()),
  uuid: required(filledText()),
  conversation_uuid: required(filledText()),
  direction: optional(text()),
  timestamp: optional(text()),
  headers: optional(object()),
}

const unanswered = { ...leg, sip_code: optional(number()) }

const detection = { ...leg, uuid: optional(text()), call_uuid: required(filledText()) }

const answered = {
  ...leg,
  start_time: optional(orNull(text())),
  rate: optional(orNull(text())),
  network: optional(orNull(text())),
}

function status<const S extends string>(name: S) {
  return { status: required(oneText(name)) }
}

/** The fields of every event, by its status. */
export const eventFields: {
  readonly [S in CallEvent['status']]: FieldTable<Extract<CallEvent, { status: S }>>
} = {
  started: { ...leg, ...status('started') },
  ringing: { ...leg, ...status('ringing') },
  answered: { ...answered, ...status('answered') },
  busy: { ...unanswered, ...status('busy') },
  cancelled: { ...leg, ...status('cancelled') },
  unanswered: { ...unanswered, ...status('unanswered'), detail: optional(text()) },
  rejected: { ...unanswered, ...status('rejected'), detail: optional(text()) },
  failed: { ...unanswered, ...status('failed'), detail: optional(text()) },
  timeout: { ...unanswered, ...status('timeout') },
  human: { ...detection, ...status('human') },
  machine: { ...detection, ...status('machine'), sub_state: optional(text()) },
  disconnected: { ...leg, ...status('disconnected') },
  completed: {
    ...answered,
    ...status('completed'),
    end_time: optional(orNull(text())),
    duration: optional(text()),
    price: optional(orNull(text())),
    disconnected_by: optional(text()),
    sip_code: optional(number()),
  },
  transcribed: transcribedFields,
}

/** The fields of an event with an undocumented status. */
export const otherEventFields = { ...leg, uuid: optional(text()), status: required(text()) }
