import {
  anything,
  type FieldTable,
  filledText,
  type OpenText,
  optional,
  required,
  text,
} from './fields'

/**
 * The answer webhook: a call came in, or an outbound call was answered. It expects an NCCO.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#answer-webhook
 */
export interface AnswerWebhook {
  /** The number, user or address that was called; of an outbound call, the called party. */
  to: string
  /** The calling number; of an outbound call, its caller ID. Absent if `from_user` is given, or if the caller withholds it. */
  from?: string | undefined
  /** The calling user of the Client SDK. */
  from_user?: string | undefined
  /** The kind of the calling leg: `phone`, `sip`, `websocket`, `app` or `vbc`. */
  endpoint_type?: OpenText<'phone' | 'sip' | 'websocket' | 'app' | 'vbc'> | undefined
  /** Id of the leg. */
  uuid: string
  /** Id of the conversation, `CON-…`. */
  conversation_uuid: string
  /** Base URL of the region, for REST calls about this call. */
  region_url?: string | undefined
  /** Data that the Client SDK passed with the call. */
  custom_data?: unknown
  /** A custom header of a SIP call. Its case is the caller's: `sipHeaders` of the props finds it in any. */
  [header: `SipHeader_${string}`]: string | undefined
}

export const answerFields: FieldTable<AnswerWebhook> = {
  to: required(text()),
  from: optional(text()),
  from_user: optional(text()),
  endpoint_type: optional(text()),
  uuid: required(filledText()),
  conversation_uuid: required(filledText()),
  region_url: optional(text()),
  custom_data: optional(anything()),
}
