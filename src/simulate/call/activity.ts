import type { JsonObject } from '../../element/json'
import type { WebhookResult } from '../delivery/answer'
import type { Listener } from '../leg/listener'
import type { SimulatedLeg } from '../leg/simulated-leg'
import type { CallHost } from './call-host'

/** The current activity of a call. */
export type CallState =
  /** A call was not answered yet: an outbound one by the person, an inbound one by the application. */
  | 'ringing'
  /** A prompt plays that must be heard out. */
  | 'playing'
  /** An input waits for keys or speech. */
  | 'listening'
  /** A recording holds the flow. */
  | 'recording'
  /** A leg that is called rings, or is not joined yet. */
  | 'connecting'
  /** Joined with a leg that was called. */
  | 'connected'
  /** In a conversation. */
  | 'conversation'
  /** A `wait` passes. */
  | 'waiting'
  /** A webhook is not answered yet. */
  | 'asking'
  | 'ended'

/** An action that holds its flow. */
export interface Activity extends Listener {
  readonly state: CallState
  /** A phrase that follows "the call". */
  readonly doing: string
  /** Whether nothing happens until someone acts, or a timeout ends. */
  readonly isWaiting: boolean
  /** Ends it from outside: because of a hang-up, or of an NCCO that replaces it. */
  stop(): void
}

/** The flow of a leg, as its actions see it. */
export interface Flow {
  readonly call: CallHost
  readonly leg: SimulatedLeg
  /** Barge-in is sticky: once on, it stays on until an input is reached. */
  isInterruptible: boolean
  /** Whether no action follows the current one. */
  readonly isAtEnd: boolean
  /** Goes on after this action, unless the flow has left it already. */
  finish(activity: Activity): void
  /** Goes on as the answer to a webhook of this action says. */
  take(result: WebhookResult, activity: Activity): void
  /** Drops the rest of the NCCO. */
  forget(): void
}

/** Starts an action. Returns an activity that blocks the flow until `flow.finish`, or undefined if it does not block. */
export type Begin = (options: JsonObject, flow: Flow) => Activity | undefined
