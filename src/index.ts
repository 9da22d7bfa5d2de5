/**
 * The elements of the NCCO reference, and what renders and checks them.
 *
 * @module ncco-jsx
 */
export { check } from './check/check'
export type { CheckOptions } from './check/sequence'
export { createElement } from './element/create-element'
export type { ElementNode, NccoElement, NccoNode } from './element/element'
export { Fragment } from './element/fragment'
export type {
  BreakAttributes,
  EmphasisAttributes,
  LangAttributes,
  PhonemeAttributes,
  ProsodyAttributes,
  SayAs,
  SayAsAttributes,
  SsmlContainer,
  SubAttributes,
} from './element/intrinsic-elements'
export type { Json, JsonObject } from './element/json'
export type { JSX } from './element/jsx-namespace'
export type { Link, LinkedWebhook, Url } from './element/link'
export {
  formatIssue,
  formatPlace,
  type Issue,
  type PlatformEffect,
  type Severity,
  type Source,
} from './issues/issue'
export type { IssueCode } from './issues/messages'
export { NccoError } from './issues/ncco-error'
export { type Context, createContext, useContext } from './render/context'
export type { RenderOptions } from './render/ncco'
export type { Ncco, NccoAction } from './render/ncco-action'
export { render, renderAsync, renderToString, renderToStringAsync } from './render/render'
export { watchFailures } from './render/watch-failures'
export { type ActionPlace, type PlacedNcco, watchRenders } from './render/watch-renders'
export type { AsrLanguage } from './speech/asr-languages'
export type { TtsLanguage } from './speech/tts-voices'
export {
  AdvancedMachineDetection,
  type AdvancedMachineDetectionOptions,
  type AdvancedMachineDetectionProps,
} from './vocabulary/advanced-machine-detection'
export { App, type AppOptions, type AppProps } from './vocabulary/app'
export {
  Authorization,
  type AuthorizationOptions,
  type AuthorizationProps,
} from './vocabulary/authorization'
export { Connect, type ConnectOptions, type ConnectProps } from './vocabulary/connect'
export {
  Conversation,
  type ConversationOptions,
  type ConversationProps,
} from './vocabulary/conversation'
export { Dtmf, type DtmfOptions, type DtmfProps } from './vocabulary/dtmf'
export { Input, type InputOptions, type InputProps } from './vocabulary/input'
export { Notify, type NotifyOptions, type NotifyProps } from './vocabulary/notify'
export { OnAnswer, type OnAnswerOptions, type OnAnswerProps } from './vocabulary/on-answer'
export { Phone, type PhoneOptions, type PhoneProps } from './vocabulary/phone'
export { Raw, type RawProps } from './vocabulary/raw'
export { Record, type RecordOptions, type RecordProps } from './vocabulary/record'
export { Sip, type SipOptions, type SipProps } from './vocabulary/sip'
export { Speech, type SpeechOptions, type SpeechProps } from './vocabulary/speech'
export { Stream, type StreamOptions, type StreamProps } from './vocabulary/stream'
export { Talk, type TalkOptions, type TalkProps } from './vocabulary/talk'
export {
  Transcription,
  type TranscriptionOptions,
  type TranscriptionProps,
} from './vocabulary/transcription'
export { Transfer, type TransferOptions, type TransferProps } from './vocabulary/transfer'
export { Vbc, type VbcOptions, type VbcProps } from './vocabulary/vbc'
export { Wait, type WaitOptions, type WaitProps } from './vocabulary/wait'
export { Websocket, type WebsocketOptions, type WebsocketProps } from './vocabulary/websocket'
