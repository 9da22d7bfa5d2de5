import { type FieldTable, filledText, number, optional, required, text } from './fields'

/**
 * The record webhook: a recording ended. It takes no NCCO.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#record
 */
export interface RecordWebhook {
  /** When the recording began: ISO 8601, in UTC. */
  start_time?: string | undefined
  /** When the recording ended: ISO 8601, in UTC. */
  end_time?: string | undefined
  /** The URL of the recording, for 30 days; fetching it needs a JWT of the application. Empty if the recording failed. */
  recording_url: string
  /** In bytes. */
  size?: number | undefined
  /** Id of the recording. */
  recording_uuid?: string | undefined
  /** Id of the conversation, `CON-…`. */
  conversation_uuid: string
  /** ISO 8601, in UTC, with milliseconds. */
  timestamp?: string | undefined
}

export const recordFields: FieldTable<RecordWebhook> = {
  start_time: optional(text()),
  end_time: optional(text()),
  recording_url: required(text()),
  size: optional(number()),
  recording_uuid: optional(text()),
  conversation_uuid: required(filledText()),
  timestamp: optional(text()),
}
