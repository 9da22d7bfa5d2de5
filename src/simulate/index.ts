/**
 * A telephone network in memory, to test flows by calling them, and `explore`, which maps a whole app.
 *
 * @module ncco-jsx/simulate
 */
export type {
  CallMap,
  MapEdge,
  MapFinding,
  MapLeft,
  MapLeg,
  MapListening,
  MapState,
  TracedState,
} from '../map/call-map'
export { type CallTrace, traceCall } from '../map/call-trace'
export type { LegOutcome } from '../map/choices'
export { coverage, type MapCoverage } from '../map/coverage'
export { explore } from '../map/explore'
export { type FindingCode, findingCodes } from '../map/messages'
export type { BeforeCall, ExploreOptions, ExploreProgress } from '../map/options'
export type { ApiAnswer } from './api/answer'
export type { RestApplicationOptions } from './api/rest-application'
export type { Recording } from './audio/recording'
export type { CallState } from './call/activity'
export type { Call } from './call/call'
export type { RunningNcco } from './call/running-ncco'
export type {
  ActionEntry,
  AudioEntry,
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
  RequestEntry,
  SaidEntry,
  TimelineEntry,
  WebhookEntry,
} from './call/timeline'
export { withTranscript } from './call/with-transcript'
export { type CallOutOptions, callOut } from './call-out'
export {
  createPlatform,
  type Platform,
  type PlatformApi,
  type PlatformOptions,
} from './create-platform'
export type { WebhookAnswer } from './delivery/answer'
export type { WebhookHandler } from './delivery/app-in-memory'
export type { CallTarget } from './delivery/application'
export type { ApplicationOptions } from './delivery/application-options'
export type { Delivery, DeliveryFault, Faults } from './delivery/delivery-fault'
export { type SigningOptions, signWebhook } from './delivery/signing'
export type { DeliveryKind, SentWebhook } from './delivery/webhook'
export { type CallOptions, type DialOptions, dial } from './dial'
export { SimulatorError } from './errors'
export type { Endpoint } from './leg/endpoint'
export type {
  AnswerOptions,
  FailureDetail,
  Leg,
  LegStatus,
  RejectionDetail,
  SayOptions,
  SpeakOptions,
  Unanswered,
} from './leg/leg'
export type { LiveAudio, LiveAudioOptions } from './media/live-audio'
export type { SpokenAudio } from './media/sound'
export type { AudioSegment } from './media/track'
export type { Turn } from './media/turns'
export type { SimulatorCode } from './messages'
export type { CallAct, LegAct } from './script/act'
export { parseScript } from './script/parse-script'
export { performAct } from './script/perform-act'
export { toScript } from './script/to-script'
