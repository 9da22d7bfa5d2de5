import { type AnswerWebhook, answerFields } from './answer'
import { type FieldTable, type OpenText, objectOf, optional, required, text } from './fields'

/**
 * The webhook that the fallback URL receives after another URL failed: the fields of the failed webhook, and the reason. It expects an
 * NCCO for an answer, and takes one for an event.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#fallback-url
 */
export interface FallbackWebhook
  extends Omit<AnswerWebhook, 'to' | 'uuid' | `SipHeader_${string}`> {
  /** The number, user or address that was called; absent if the failed webhook had none. */
  to?: string | undefined
  /** Id of the leg; absent if the failed webhook had none. */
  uuid?: string | undefined
  /** Why the first URL failed, in words, such as `Connection closed.` */
  reason?: string | undefined
  /** The URL that failed. */
  original_request?: FailedRequest | undefined
  /** A custom header of a SIP call. */
  [header: `SipHeader_${string}`]: string | undefined
}

/** A request by Vonage that got no usable answer. */
export interface FailedRequest {
  /** The URL that was requested. */
  url: string
  /** The kind of the URL: `answer` or `event`. */
  type: OpenText<'answer' | 'event'>
}

const failedRequest: FieldTable<FailedRequest> = {
  url: required(text()),
  type: required(text()),
}

export const fallbackFields: FieldTable<FallbackWebhook> = {
  ...answerFields,
  to: optional(text()),
  uuid: optional(text()),
  reason: optional(text()),
  original_request: optional(objectOf(failedRequest)),
}
