/**
 * The webhooks of an app in, NCCOs out: hooks, signatures, and what an app answers when something goes wrong.
 *
 * @module ncco-jsx/serve
 */
export { createVoiceApp, type VoiceApp } from './app'
export { ServeError } from './errors'
export {
  type AnswerComponent,
  type AnyHook,
  type Hook,
  type HookOptions,
  type JsonParams,
  onAnswer,
  onCallEvent,
  onInput,
  onNotify,
  onRecording,
  onTranscription,
  type ReplyComponent,
  type WebhookListener,
} from './hook'
export type { Incoming } from './incoming'
export { matchSpeech } from './match-speech'
export type { ServeCode } from './messages'
export type { SignatureOptions, SignedMethod, VoiceAppOptions } from './options'
export { parseWebhook } from './parse-webhook'
export type {
  AnswerProps,
  AnswerWebhookProps,
  CallEventWebhookProps,
  EventProps,
  FallbackProps,
  InputWebhookProps,
  Linked,
  NotifyWebhookProps,
  ReceivedWebhook,
  RecordingWebhookProps,
  TranscriptionWebhookProps,
  Webhook,
} from './props'
export type { RefusalStatus, Reply } from './reply'
export type { SipHeaders } from './sip-headers'
export { useWebhook } from './use-webhook'
export type * from './webhooks'
