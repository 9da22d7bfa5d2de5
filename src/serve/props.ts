import type { SipHeaders } from './sip-headers'
import type { CallEvent, WebhookKind, Webhooks } from './webhooks'

/** What every webhook has besides its own fields. */
export interface ReceivedWebhook<Kind extends WebhookKind> {
  /** Which webhook it is. */
  readonly kind: Kind
  /** Every field as it came, also those that are not documented; of a query, as text. */
  readonly fields: Readonly<Record<string, unknown>>
  /**
   * The query of the URL without a link's seal: what the URL had of its own, such as `customer` of `/answer?customer=7`; of a GET, the
   * fields too.
   */
  readonly query: Readonly<Record<string, string>>
  /** The `SipHeader_…` fields, under the names of the headers, found in any case. */
  readonly sipHeaders: SipHeaders
}

/** What the webhook of a hook has besides. */
export interface Linked<Params> {
  /**
   * What the hook was called with. An app with a `secret` takes it from a seal, and refuses webhooks without one unless the hook is `open`;
   * without a `secret` it is `undefined`. A seal is not tied to a call: who has a link can use it for another call, until it is too old.
   */
  readonly params: Params
}

/** Props of the `answer` component: the fields of the answer webhook. */
export type AnswerProps = Webhooks['answer'] & ReceivedWebhook<'answer'>

/** Props of the `fallback` component: the fields of the webhook that failed, and why. */
export type FallbackProps = Webhooks['fallback'] & ReceivedWebhook<'fallback'>

/** Props of an `onAnswer` hook: the fields of the answer webhook of the called leg. */
export type AnswerWebhookProps<Params = undefined> = AnswerProps & Linked<Params>

/** Props of an `onInput` hook. */
export type InputWebhookProps<Params = undefined> = Webhooks['input'] &
  ReceivedWebhook<'input'> &
  Linked<Params>

/** Props of an `onNotify` hook. */
export type NotifyWebhookProps<Params = undefined> = Webhooks['notify'] &
  ReceivedWebhook<'notify'> &
  Linked<Params>

// One member for each status, so that `status` tells them apart.
type CallEvents<More> = {
  [S in Webhooks['event']['status']]: Extract<CallEvent, { status: S }> & {
    /** Id of the leg; of a `human` or a `machine` what Vonage sends as `call_uuid`. */
    readonly uuid: string
  } & ReceivedWebhook<'event'> &
    More
}[Webhooks['event']['status']]

/** Props of an `onCallEvent` hook; `status` tells which event it is. */
export type CallEventWebhookProps<Params = undefined> = CallEvents<Linked<Params>>

/** Props of an `onRecording` hook. */
export type RecordingWebhookProps<Params = undefined> = Webhooks['record'] &
  ReceivedWebhook<'record'> &
  Linked<Params>

/** Props of an `onTranscription` hook. */
export type TranscriptionWebhookProps<Params = undefined> = Webhooks['transcribed'] &
  ReceivedWebhook<'transcribed'> &
  Linked<Params>

/** Fields that most webhooks have, so that they can be read without asking which webhook it is. */
type Common = 'from' | 'to' | 'uuid' | 'conversation_uuid' | 'status' | 'timestamp'

type WithCommon<P> = P extends unknown ? P & { [K in Exclude<Common, keyof P>]?: undefined } : never

/** What the application's event URL receives: `kind` tells which webhook it is, and `status` which event. */
export type EventProps = WithCommon<
  | CallEvents<unknown>
  | (Webhooks['input'] & ReceivedWebhook<'input'>)
  | (Webhooks['notify'] & ReceivedWebhook<'notify'>)
  | (Webhooks['record'] & ReceivedWebhook<'record'>)
  | (Webhooks['transcribed'] & ReceivedWebhook<'transcribed'>)
  | (Webhooks['transfer'] & ReceivedWebhook<'transfer'>)
  | (Webhooks['error'] & ReceivedWebhook<'error'>)
>

/** A webhook of a call: `kind` tells which one. */
export type Webhook = (WithCommon<AnswerProps | FallbackProps> | EventProps) & {
  /** What the hook was called with, if it is a hook's. */
  readonly params?: unknown
}
