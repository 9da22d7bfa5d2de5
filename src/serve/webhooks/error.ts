import { type FieldTable, filledText, optional, required, text } from './fields'

/**
 * The error webhook: the platform could not run an NCCO. It takes no NCCO.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#errors
 */
export interface ErrorWebhook {
  /** The cause in words, such as `Syntax error in NCCO. Invalid value type or action.` */
  reason: string
  /** Id of the conversation, `CON-…`. */
  conversation_uuid: string
  /** ISO 8601, in UTC, with milliseconds. */
  timestamp?: string | undefined
}

export const errorFields: FieldTable<ErrorWebhook> = {
  reason: required(text()),
  conversation_uuid: required(filledText()),
  timestamp: optional(text()),
}
