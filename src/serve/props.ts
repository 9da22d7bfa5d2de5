import type { SipHeaders } from './sip-headers'
import type { CallEvent, WebhookKind, Webhooks } from './webhooks'

/** The props of every webhook besides its fields. */
export interface ReceivedWebhook<Kind extends WebhookKind> {
  /** Which webhook it is. */
  readonly kind: Kind
  /** Every field as it arrived, including undocumented ones; fields of a query are text. */
  readonly fields: Readonly<Record<string, unknown>>
  /**
   * The query of the URL without the seal, such as `customer` of `/answer?customer=7`. For a GET it includes the webhook's fields.
   */
  readonly query: Readonly<Record<string, string>>
  /** The `SipHeader_…` fields, under the names of the headers, found in any case. */
  readonly sipHeaders: SipHeaders
}

/** The prop that the webhook of a hook has in addition. */
export interface Linked<Params> {
  /**
   * The params that the hook was called with. An app with a `secret` opens the seal of the link, and refuses webhooks without a seal
   * unless the hook is `open`; without a `secret`, the params are `undefined`. A seal is not tied to a call: anyone who has a link can use
   * it for another call until it expires.
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
    /** Id of the leg. For `human` and `machine` Vonage sends it as `call_uuid`. */
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

/** Fields that most webhooks have, so that they can be read before `kind` is known. */
type Common = 'from' | 'to' | 'uuid' | 'conversation_uuid' | 'status' | 'timestamp'

type WithCommon<P> = P extends unknown ? P & { [K in Exclude<Common, keyof P>]?: undefined } : never

/** Props of the `event` component: any webhook that the application's event URL receives. `kind` tells which webhook it is, `status` which event. */
export type EventProps = WithCommon<
  | CallEvents<unknown>
  | (Webhooks['input'] & ReceivedWebhook<'input'>)
  | (Webhooks['notify'] & ReceivedWebhook<'notify'>)
  | (Webhooks['record'] & ReceivedWebhook<'record'>)
  | (Webhooks['transcribed'] & ReceivedWebhook<'transcribed'>)
  | (Webhooks['transfer'] & ReceivedWebhook<'transfer'>)
  | (Webhooks['error'] & ReceivedWebhook<'error'>)
>

/** Any webhook of a call: `kind` tells which one. */
export type Webhook = (WithCommon<AnswerProps | FallbackProps> | EventProps) & {
  /** The params that the hook was called with, if the webhook came to a hook. */
  readonly params?: unknown
}
