import type { Url } from '../element/link'
import { component, type Unchecked } from '../options/component'
import { part } from '../options/definition'
import { undocumented } from '../options/extra'
import { flag, one, oneOf, text, webhookUrl } from '../options/rules'
import type { AsrLanguage } from '../speech/asr-languages'
import { asrLanguage } from '../speech/language'

/** Options of the `transcription` object of a recording. */
export interface TranscriptionOptions {
  /** The language spoken, such as `en-GB`; the default is undocumented. */
  language?: AsrLanguage | undefined
  /** http(s) URL that receives the transcribed webhook; without it, the application's event URL does. */
  eventUrl?: Url<'transcribed'> | undefined
  /**
   * `GET` or `POST`.
   * @defaultValue 'POST'
   */
  eventMethod?: 'GET' | 'POST' | undefined
  /**
   * Adds a score from -1 to 1 to every segment. Developer Preview.
   * @defaultValue false
   */
  sentimentAnalysis?: boolean | undefined
}

export const transcription = part<TranscriptionOptions>('transcription', 'Transcription', (table) =>
  table({
    inside: ['Record', 'Conversation'],
    options: {
      language: text({ format: asrLanguage }),
      eventUrl: one(webhookUrl('transcribed')),
      eventMethod: oneOf('GET', 'POST'),
      sentimentAnalysis: flag(),
    },
    extras: { provider: undocumented },
  }),
)

/** Props of {@link Transcription}. */
export interface TranscriptionProps extends TranscriptionOptions, Unchecked {}

/**
 * Inside `<Record>`, or `<Conversation>` with `record`: transcribes the recording, at most 2 hours of it. Chargeable.
 *
 * @example
 * ```tsx
 * <Record endOnSilence={3}><Transcription language="en-GB" /></Record>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#transcription-settings
 */
export const Transcription = component<TranscriptionProps>(transcription)
