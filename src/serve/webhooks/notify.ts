import { type FieldTable, filledText, object, optional, required, text } from './fields'

/**
 * The notify webhook: the flow reached a `<Notify>`. An NCCO in the answer replaces the current one.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#notify
 */
export interface NotifyWebhook {
  /** The `payload` of the `<Notify>`, as it was written there. */
  payload: Readonly<Record<string, unknown>>
  /** Id of the conversation, `CON-…`. */
  conversation_uuid: string
  /** ISO 8601, in UTC, with milliseconds. */
  timestamp?: string | undefined
}

export const notifyFields: FieldTable<NotifyWebhook> = {
  payload: required(object()),
  conversation_uuid: required(filledText()),
  timestamp: optional(text()),
}
