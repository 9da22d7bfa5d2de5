export { createVoiceApp, type VoiceApp } from './app'
export { ServeError } from './errors'
export {
  type AnswerComponent,
  type AnyHook,
  type Hook,
  type HookOptions,
  type JsonParams,
  type NewsHandler,
  onAnswer,
  onCallEvent,
  onInput,
  onNotify,
  onRecording,
  onTranscription,
  type ReplyComponent,
} from './hook'
export type { Incoming } from './incoming'
export type { ServeCode } from './messages'
export type { VoiceAppOptions } from './options'
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
export { parseWebhook } from './receive'
export type { RefusalStatus, Reply } from './reply'
export type { SignatureOptions } from './signature'
export type { SipHeaders } from './sip-headers'
export { useWebhook } from './use-webhook'
export type * from './webhooks'
