import { type FieldTable, filledText, optional, required, text } from './fields'

/**
 * The transfer webhook: a leg moved to another conversation. It takes no NCCO.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#transfer
 */
export interface TransferWebhook {
  /** Seen in captures as `transfer`; undocumented. */
  type?: string | undefined
  /** Id of the conversation that the leg left, `CON-…`. */
  conversation_uuid_from: string
  /** Id of the conversation that the leg is in now, `CON-…`. */
  conversation_uuid_to: string
  /** Id of the leg. */
  uuid: string
  /** ISO 8601, in UTC, with milliseconds. */
  timestamp?: string | undefined
}

export const transferFields: FieldTable<TransferWebhook> = {
  type: optional(text()),
  conversation_uuid_from: required(filledText()),
  conversation_uuid_to: required(filledText()),
  uuid: required(filledText()),
  timestamp: optional(text()),
}
