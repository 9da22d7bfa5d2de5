import type { SsmlElements } from '../element/intrinsic-elements'

/** An SSML tag that Vonage documents. */
export interface SsmlTag {
  readonly attributes: Readonly<Record<string, SsmlAttribute>>
  readonly isEmpty?: true
  /** The words inside are read on from those before: the tag separates nothing. */
  readonly isInline?: true
}

/** The values that Vonage documents for an attribute: a list, a pattern, or both; neither means any text. */
export interface SsmlAttribute<Value extends string = string> {
  readonly values?: readonly Value[]
  readonly pattern?: RegExp
  /** An example of what the pattern lets through. */
  readonly example?: string
  readonly required?: true
  /** It is documented only for tags with this value of another attribute. */
  readonly only?: SsmlCondition
}

/** A value of an attribute on which another one depends. */
export interface SsmlCondition {
  readonly name: string
  readonly value: string
}

/** The attributes in XML's spelling: `xmlLang` is only another way to write `xml:lang`. */
type AttributesOf<Tag extends keyof SsmlElements> = {
  readonly [Name in Exclude<
    KeysOfUnion<SsmlElements[Tag]>,
    'children' | 'key' | 'xmlLang'
  >]: SsmlAttribute<Extract<ValueInUnion<SsmlElements[Tag], Name>, string>>
}

type KeysOfUnion<T> = T extends unknown ? keyof T : never

type ValueInUnion<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never

type SsmlTable = {
  readonly [Tag in keyof SsmlElements]: SsmlTag & { readonly attributes: AttributesOf<Tag> }
}

/**
 * The SSML tags with their attributes, as Vonage documents them.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/concepts/customizing-tts
 */
const table: SsmlTable = {
  break: {
    isEmpty: true,
    attributes: {
      strength: { values: ['none', 'x-weak', 'weak', 'medium', 'strong', 'x-strong'] },
      time: { pattern: /^\d+(\.\d+)?m?s$/, example: '400ms' },
    },
  },
  emphasis: {
    isInline: true,
    attributes: { level: { values: ['strong', 'moderate', 'reduced'] } },
  },
  lang: {
    isInline: true,
    attributes: {
      'xml:lang': {
        pattern: /^[a-z]{2,3}-(?:[a-z]{4}-)?(?:[a-z]{2}|\d{3})(?:-[a-z\d]+)*$/i,
        example: 'fr-FR',
        required: true,
      },
    },
  },
  p: { attributes: {} },
  phoneme: {
    attributes: {
      alphabet: { values: ['ipa', 'x-sampa'], required: true },
      ph: { required: true },
    },
  },
  prosody: {
    isInline: true,
    attributes: {
      volume: {
        values: ['default', 'silent', 'x-soft', 'soft', 'medium', 'loud', 'x-loud'],
        pattern: /^[+-]\d+dB$/,
        example: '+6dB',
      },
      rate: { values: ['x-slow', 'slow', 'medium', 'fast', 'x-fast'] },
      pitch: {
        values: ['default', 'x-low', 'low', 'medium', 'high', 'x-high'],
        pattern: /^[+-]\d+%$/,
        example: '+10%',
      },
    },
  },
  s: { attributes: {} },
  'say-as': {
    attributes: {
      'interpret-as': {
        values: [
          'character',
          'cardinal',
          'ordinal',
          'digits',
          'fraction',
          'unit',
          'date',
          'time',
          'expletive',
          'telephone',
          'address',
        ],
        required: true,
      },
      format: {
        only: { name: 'interpret-as', value: 'date' },
        values: ['mdy', 'dmy', 'ymd', 'md', 'dm', 'ym', 'my', 'd', 'm', 'y', 'yyyymmdd'],
      },
    },
  },
  speak: { attributes: {} },
  sub: { attributes: { alias: { required: true } } },
}

/** The tags by name, without a prototype, so that `constructor` finds nothing. */
export const ssmlTags: Readonly<Record<string, SsmlTag>> = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ Object.create(null),
  table,
)

/** The SSML tags that do what people write these tags of HTML for. */
export const ofHtml: Readonly<Record<string, string>> = {
  br: 'break',
  hr: 'break',
  b: 'emphasis',
  strong: 'emphasis',
  i: 'emphasis',
  em: 'emphasis',
}
