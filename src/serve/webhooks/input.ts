import {
  type FieldTable,
  filledText,
  flag,
  listOf,
  type OpenText,
  objectOf,
  optional,
  orNull,
  required,
  text,
} from './fields'

/**
 * The input webhook: keys, speech, or nothing in time. The NCCO in its answer replaces the current one.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference#input
 */
export interface InputWebhook {
  /** The keys; absent if the input did not listen for any. */
  dtmf?: DtmfResult | undefined
  /** The speech; absent if the input did not listen for any. */
  speech?: SpeechResult | undefined
  /** The calling number. */
  from?: string | undefined
  /** The called number. */
  to?: string | undefined
  /** Id of the leg. */
  uuid?: string | undefined
  /** Id of the conversation, `CON-…`. */
  conversation_uuid: string
  /** ISO 8601, in UTC, with milliseconds. */
  timestamp?: string | undefined
}

/** The keys of an input. */
export interface DtmfResult {
  /** The keys in order; absent or `null` when no key decided the input. */
  digits?: string | null | undefined
  /** Whether the input ended because time ran out. */
  timed_out?: boolean | undefined
}

/** The speech of an input. */
export interface SpeechResult {
  /** How the listening ended: silence after speech, the longest time, or no speech at all. */
  timeout_reason?: OpenText<'end_on_silence_timeout' | 'max_duration' | 'start_timeout'> | undefined
  /** The candidates for the spoken text, best first. */
  results?: readonly SpeechCandidate[] | undefined
  /** Why there is no result, in words, such as `ERR1: Failed to analyze audio`. */
  error?: string | undefined
  /** The recorded audio, with `saveAudio`; fetching it needs a JWT of the application. */
  recording_url?: string | undefined
}

/** One reading of what was said. */
export interface SpeechCandidate {
  text: string
  /** From `'0.0'` to `'1.0'`: a text, as Vonage sends it. */
  confidence: string
}

const dtmf: FieldTable<DtmfResult> = {
  digits: optional(orNull(text())),
  timed_out: optional(flag()),
}

const candidate: FieldTable<SpeechCandidate> = {
  text: required(text()),
  confidence: required(text()),
}

const speech: FieldTable<SpeechResult> = {
  timeout_reason: optional(text()),
  results: optional(listOf(objectOf(candidate))),
  error: optional(text()),
  recording_url: optional(text()),
}

export const inputFields: FieldTable<InputWebhook> = {
  dtmf: optional(objectOf(dtmf)),
  speech: optional(objectOf(speech)),
  from: optional(text()),
  to: optional(text()),
  uuid: optional(text()),
  conversation_uuid: required(filledText()),
  timestamp: optional(text()),
}
