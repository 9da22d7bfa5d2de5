export type { CallState } from './activity'
export type { Received } from './answer'
export type { App, ApplicationOptions, CallTarget } from './application'
export type { SentWebhook } from './attempt'
export type { Recording } from './audio/recording'
export type { Call } from './call'
export { type CallOutOptions, callOut } from './call-out'
export { type CallOptions, type DialOptions, dial } from './dial'
export { SimulatorError } from './errors'
export { withTranscript } from './expectation'
export type { Delivery, Fault, Faults } from './faults'
export type { AnswerOptions, Endpoint, Leg, LegStatus, SayOptions, Unanswered } from './leg'
export type { SimulatorCode } from './messages'
export { createPlatform, type Platform, type PlatformOptions } from './platform'
export type { SigningOptions } from './signature'
export type {
  ActionEntry,
  ConversationEntry,
  DialledEntry,
  EndedEntry,
  EndReason,
  HeardEntry,
  InterruptedEntry,
  LegStatusEntry,
  NoteEntry,
  PressedEntry,
  RecordingEntry,
  SaidEntry,
  TimelineEntry,
  WebhookEntry,
} from './timeline'
