import type { NccoNode } from '../element/element'
import type { JsonData } from '../element/json'
import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import { replacedBy } from '../options/extra'
import { flag, json, number, required, text } from '../options/rules'
import { speechText } from '../speech/speech-text'
import type { TtsLanguage } from '../speech/tts-voices'
import { checkVoice } from '../speech/voice'
import { providerRules } from './rules/provider'

/** Options of the NCCO `talk` action. */
export interface TalkOptions {
  /**
   * Stop when the caller presses a key or speaks. The next action that is neither talk nor stream must be
   * `<Input>`; until that is reached, barge-in stays on.
   * @defaultValue false
   */
  bargeIn?: boolean | undefined
  /**
   * How often the text is spoken, 0 or more; 0 repeats it for ever.
   * @defaultValue 1
   */
  loop?: number | undefined
  /**
   * Volume, -1 to 1.
   * @defaultValue 0
   */
  level?: number | undefined
  /**
   * The language spoken, such as `en-GB`.
   * @defaultValue 'en-US'
   */
  language?: TtsLanguage | undefined
  /**
   * The voice, 0 or more; each language has its own list.
   * @defaultValue 0
   */
  style?: number | undefined
  /**
   * The premium variant of the voice, at a higher price; without one the standard voice speaks. Premium voices do not
   * support `<emphasis>`.
   * @defaultValue false
   */
  premium?: boolean | undefined
  /** The speech engine, such as `google`. Sent by the official SDKs, but not in the reference. */
  provider?: 'google' | (string & {}) | undefined
  /** Settings of the engine named in `provider`, as plain JSON. */
  providerOptions?: JsonData | undefined
}

// The reference has no provider for a talk.
const provider = providerRules(undefined)

export const talk = action<TalkOptions>('talk', 'Talk', (table) =>
  table({
    text: {
      /** The words to speak: plain text, or SSML wholly inside one `<speak>` element. At most 1500 characters, tags not counted. */
      text: required(text({ format: speechText })),
    },
    markupProp: 'ssml',
    options: {
      bargeIn: flag(),
      loop: number({ min: 0, whole: true }),
      level: number({ min: -1, max: 1 }),
      language: text(),
      style: number({ min: 0, whole: true }),
      premium: flag(),
      provider: text({ format: provider.name }),
      providerOptions: json(),
    },
    extras: { voiceName: replacedBy('language', 'style') },
    reads: [
      'text',
      'language',
      'style',
      'premium',
      'provider',
      'providerOptions',
      'bargeIn',
      'loop',
    ],
    check(talk, place) {
      checkVoice(talk, place)
      provider.checkOptions(talk, place)
    },
  }),
)

/** The words to speak: children, or SSML as a string. */
type TalkContent =
  | {
      children?: undefined
      /** The words to speak, as SSML in one `<speak>…</speak>`. The only place where a string is markup. */
      ssml: string
    }
  // Last, because the compiler's message for a talk with neither is about the last one.
  | {
      /** The words to speak, at most 1,500 characters without tags: strings, numbers, and SSML tags such as `<break time="1s" />`. */
      children: NccoNode
      ssml?: undefined
    }

/**
 * Props of {@link Talk}: its options, and either children or `ssml`. A component of your own that passes them on takes the options and children.
 *
 * @example
 * ```tsx
 * interface SayProps extends TalkOptions {
 *   children: NccoNode
 * }
 * const Say = (props: SayProps) => <Talk language="en-GB" {...props} />
 * ```
 */
export type TalkProps = TalkOptions & TalkContent & Unchecked

/**
 * Speaks a text. A string is never markup: whatever a caller's name holds, it is spoken as it is.
 *
 * @example
 * ```tsx
 * <Talk language="en-GB" style={2}>
 *   Your code is <say-as interpret-as="digits">{code}</say-as>
 * </Talk>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#talk
 */
export const Talk = component<TalkProps>(talk)
