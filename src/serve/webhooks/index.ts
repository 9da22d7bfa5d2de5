import type { AnswerWebhook } from './answer'
import type { ErrorWebhook } from './error'
import type { CallEvent } from './event'
import type { FallbackWebhook } from './fallback'
import type { InputWebhook } from './input'
import type { NotifyWebhook } from './notify'
import type { RecordWebhook } from './record'
import type { TranscribedWebhook } from './transcribed'
import type { TransferWebhook } from './transfer'

/** Every webhook by its kind, with the fields that Vonage sends. */
export interface Webhooks {
  answer: AnswerWebhook
  fallback: FallbackWebhook
  input: InputWebhook
  notify: NotifyWebhook
  event: Exclude<CallEvent, TranscribedWebhook>
  record: RecordWebhook
  transcribed: TranscribedWebhook
  transfer: TransferWebhook
  error: ErrorWebhook
}

/** Which webhook it is. */
export type WebhookKind = keyof Webhooks

export type { AnswerWebhook } from './answer'
export type { ErrorWebhook } from './error'
export type {
  AnsweredEvent,
  BusyEvent,
  CallEvent,
  CancelledEvent,
  CompletedEvent,
  DisconnectedEvent,
  FailedEvent,
  HumanEvent,
  MachineEvent,
  RejectedEvent,
  RingingEvent,
  StartedEvent,
  TimeoutEvent,
  UnansweredEvent,
} from './event'
export type { FailedRequest, FallbackWebhook } from './fallback'
export type { DtmfResult, InputWebhook, SpeechCandidate, SpeechResult } from './input'
export type { NotifyWebhook } from './notify'
export type { RecordWebhook } from './record'
export type { TranscribedWebhook } from './transcribed'
export type { TransferWebhook } from './transfer'
