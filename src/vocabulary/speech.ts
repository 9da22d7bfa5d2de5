import type { JsonData } from '../element/json'
import { component, type Unchecked } from '../options/component'
import { part } from '../options/definition'
import { flag, json, list, number, one, seconds, text } from '../options/rules'
import type { AsrLanguage } from '../speech/asr-languages'
import { asrLanguage } from '../speech/language'
import { providerRules } from './rules/provider'

/** Options of the `speech` object of an input. */
export interface SpeechOptions {
  /** Uuid of the leg to listen to; absent: the first leg that joined. */
  uuid?: string | undefined
  /**
   * Seconds of silence that end the utterance, 0.4 to 10.
   * @defaultValue 2
   */
  endOnSilence?: number | undefined
  /**
   * The language spoken, such as `en-GB`.
   * @defaultValue 'en-US'
   */
  language?: AsrLanguage | undefined
  /** Words and phrases that are likely to be said. Absent: none. */
  context?: readonly string[] | undefined
  /**
   * Seconds to wait for speech to begin, 1 to 60.
   * @defaultValue 10
   */
  startTimeout?: number | undefined
  /**
   * The longest utterance in seconds, 1 to 60.
   * @defaultValue 60
   */
  maxDuration?: number | undefined
  /**
   * Adds `recording_url` to the input webhook.
   * @defaultValue false
   */
  saveAudio?: boolean | undefined
  /**
   * How readily sound counts as speech, 10 to 100: 10 ignores quiet sounds, 100 reacts to the slightest.
   * @defaultValue 90
   */
  sensitivity?: number | undefined
  /** The recogniser; only `google` is documented. Absent: the default engine. */
  provider?: 'google' | (string & {}) | undefined
  /** Settings of the recogniser named in `provider`, as plain JSON. */
  providerOptions?: JsonData | undefined
}

const provider = providerRules('google')

export const speech = part<SpeechOptions>('speech', 'Speech', (table) =>
  table({
    inside: ['Input'],
    options: {
      uuid: one(text({ isFilled: true })),
      endOnSilence: seconds({ min: 0.4, max: 10 }),
      language: text({ format: asrLanguage }),
      context: list(text()),
      startTimeout: seconds({ min: 1, max: 60 }),
      maxDuration: seconds({ min: 1, max: 60 }),
      saveAudio: flag(),
      sensitivity: number({ min: 10, max: 100, whole: true }),
      provider: text({ format: provider.name }),
      providerOptions: json(),
    },
    reads: ['provider', 'providerOptions'],
    check: provider.checkOptions,
  }),
)

/** Props of {@link Speech}. */
export interface SpeechProps extends SpeechOptions, Unchecked {}

/**
 * Inside `<Input>`: listens for speech. Without settings it only adds `speech` to the input's `type`.
 *
 * @example
 * ```tsx
 * <Input eventUrl="https://example.com/said"><Speech language="en-GB" context={['sales', 'support']} /></Input>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#speech-recognition-settings
 */
export const Speech = component<SpeechProps>(speech)
