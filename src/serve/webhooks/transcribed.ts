import { type FieldTable, filledText, oneText, optional, required, text } from './fields'

/**
 * The transcribed webhook: the transcription of a recording is ready. It takes no NCCO.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#transcription
 */
export interface TranscribedWebhook {
  status: 'transcribed'
  /** The source of the audio: `record`. */
  type?: string | undefined
  /** Id of the recording. */
  recording_uuid: string
  /** Where the transcription is kept, as JSON; fetching it needs a JWT of the application. */
  transcription_url: string
  /** Id of the conversation, `CON-…`. */
  conversation_uuid: string
  /** ISO 8601, in UTC, with milliseconds; whether it is sent is undocumented. */
  timestamp?: string | undefined
}

export const transcribedFields: FieldTable<TranscribedWebhook> = {
  status: required(oneText('transcribed')),
  type: optional(text()),
  recording_uuid: required(filledText()),
  transcription_url: required(filledText()),
  conversation_uuid: required(filledText()),
  timestamp: optional(text()),
}
