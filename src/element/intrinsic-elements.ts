import type { NccoNode } from './element'

/** The prop that every element takes besides its own attributes. */
export interface Keyed {
  /** Accepted as in React, and never sent. */
  key?: string | number | null | undefined
}

/** An SSML tag that holds text and other tags. */
export interface SsmlContainer extends Keyed {
  /** The words to speak: text and other tags. */
  children?: NccoNode | undefined
}

/** Attributes of `<break>`: a pause. Give `strength` or `time`. */
export interface BreakAttributes extends Keyed {
  /**
   * How strong the pause is: `none`, `x-weak`, `weak`, `medium`, `strong` or `x-strong`. `none` and `x-weak` take
   * away a pause that would be there; `weak` and `medium` are like a comma, `strong` and `x-strong` like the
   * end of a paragraph.
   */
  strength?: 'none' | 'x-weak' | 'weak' | 'medium' | 'strong' | 'x-strong' | undefined
  /** How long the pause is: a number with `s` or `ms`, such as `400ms`. */
  time?: `${number}s` | `${number}ms` | undefined
}

/** Attributes of `<emphasis>`. Premium voices do not support it. */
export interface EmphasisAttributes extends SsmlContainer {
  /**
   * `strong`, `moderate` or `reduced`.
   * @defaultValue 'moderate'
   */
  level?: 'strong' | 'moderate' | 'reduced' | undefined
}

/** Attributes of `<lang>`: words of another language. The language needs its country: `fr-FR`, not `fr`. */
export type LangAttributes = SsmlContainer &
  (
    | {
        'xml:lang'?: undefined
        /** The same as `xml:lang`, for compilers that refuse a namespace. */
        xmlLang: string
      }
    // Last, because the compiler's message for a tag with neither is about the last one.
    | {
        /** Language and country, such as `fr-FR`. */
        'xml:lang': string
        xmlLang?: undefined
      }
  )

/** Attributes of `<phoneme>`: how a word is pronounced. */
export interface PhonemeAttributes extends SsmlContainer {
  /** The alphabet of `ph`: `ipa` or `x-sampa`. */
  alphabet: 'ipa' | 'x-sampa'
  /** The pronunciation. */
  ph: string
}

/** Attributes of `<prosody>`: volume, rate and pitch. */
export interface ProsodyAttributes extends SsmlContainer {
  /** `default`, `silent`, `x-soft`, `soft`, `medium`, `loud`, `x-loud`, or a whole number of decibels such as `+6dB`. */
  volume?:
    | 'default'
    | 'silent'
    | 'x-soft'
    | 'soft'
    | 'medium'
    | 'loud'
    | 'x-loud'
    | `+${number}dB`
    | `-${number}dB`
    | undefined
  /** `x-slow`, `slow`, `medium`, `fast` or `x-fast`. */
  rate?: 'x-slow' | 'slow' | 'medium' | 'fast' | 'x-fast' | undefined
  /** `default`, `x-low`, `low`, `medium`, `high`, `x-high`, or a percentage such as `-10%`. */
  pitch?:
    | 'default'
    | 'x-low'
    | 'low'
    | 'medium'
    | 'high'
    | 'x-high'
    | `+${number}%`
    | `-${number}%`
    | undefined
}

/** Attributes of `<say-as>`: how to read what stands inside. */
export type SayAsAttributes =
  | (SayAs<'date'> & {
      /**
       * The order of the parts of a date, `mdy`, `dmy`, `ymd`, `md`, `dm`, `ym`, `my`, `d`, `m`, `y`, or `yyyymmdd`, whose
       * text may have `?` for unknown parts.
       */
      format?:
        | 'mdy'
        | 'dmy'
        | 'ymd'
        | 'md'
        | 'dm'
        | 'ym'
        | 'my'
        | 'd'
        | 'm'
        | 'y'
        | 'yyyymmdd'
        | undefined
    })
  | SayAs<
      | 'character'
      | 'cardinal'
      | 'ordinal'
      | 'digits'
      | 'fraction'
      | 'unit'
      | 'time'
      | 'expletive'
      | 'telephone'
      | 'address'
    >

/** The attributes of every `<say-as>`. */
export interface SayAs<Kind> extends SsmlContainer {
  /**
   * How to read it: `character`, `cardinal`, `ordinal`, `digits`, `fraction`, `unit`, `date`, `time`, `expletive`,
   * `telephone` or `address`. `unit` wants number and unit without a space; `time` is for durations such
   * as 1'30"; `expletive` is bleeped; not every voice knows `address`.
   */
  'interpret-as': Kind
}

/** Attributes of `<sub>`: words to say instead of those inside. */
export interface SubAttributes extends SsmlContainer {
  /** The words to say. */
  alias: string
}

/**
 * The SSML tags, for use inside `<Talk>`. If any of them stands there, the text becomes one `<speak>`
 * document with everything escaped.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/concepts/customizing-tts
 */
export interface SsmlElements {
  /** A pause: `<break time="400ms" />`. */
  break: BreakAttributes
  /** Stressed words. Premium voices do not support it. */
  emphasis: EmphasisAttributes
  /** Words of another language: `<lang xml:lang="fr-FR">Bonjour</lang>`. Not on all voices. */
  lang: LangAttributes
  /** A paragraph. */
  p: SsmlContainer
  /** A pronunciation: `<phoneme alphabet="ipa" ph="pɪˈkɑːn">pecan</phoneme>`. */
  phoneme: PhonemeAttributes
  /** Volume, rate and pitch: `<prosody rate="slow">…</prosody>`. */
  prosody: ProsodyAttributes
  /** A sentence. */
  s: SsmlContainer
  /** How to read something: `<say-as interpret-as="digits">1234</say-as>`. */
  'say-as': SayAsAttributes
  /** The document itself. It is added by itself, so it is only needed where it should be visible in the source. */
  speak: SsmlContainer
  /** Words to say instead of those written: `<sub alias="World Wide Web Consortium">W3C</sub>`. */
  sub: SubAttributes
}
