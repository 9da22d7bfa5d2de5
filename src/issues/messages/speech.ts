import { nccoError as error, nccoWarning as warning } from '../ncco-message'
import { choice, type Named, option, quoted, short } from '../words'

/** The detail of every message of this page. */
export interface OfSpeech {
  object: Named
}

/** Findings about what is spoken: text, SSML and voices. */
export const speechMessages = {
  /**
   * SSML is only read as SSML when the whole text stands inside one `<speak>` element.
   * @rule R-30
   * @platform tolerated: the talk is silent, or its text is read as it is (the SSML guide)
   */
  'ssml-outside-speak': error(
    'tolerated',
    ({ object, remedy }: OfSpeech & { remedy: string | undefined }, words) => [
      `The text of ${words.object(object)} holds SSML tags, but is not wholly inside one <speak> element.`,
      remedy ??
        words.either(
          'Write the markup inside <speak>…</speak>, or the tags as elements: <Talk>Hello <break time="1s" /></Talk>.',
          'Wrap the whole text: "<speak>…</speak>".',
        ),
    ],
  ),
  /**
   * A `<` in plain text is read out or taken for markup; which of the two is undocumented.
   * @rule R-30
   * @platform tolerated: the text is read as it is
   */
  'markup-in-plain-text': warning('tolerated', ({ object }: OfSpeech, words) => [
    `The plain text of ${words.object(object)} holds a "<", which a voice may read out or take for markup.`,
    'Say it in words, such as "less than".',
  ]),
  /**
   * The text starts as SSML but is not well-formed XML. A bad document can make the talk silent or be read as text. In TSX, write entities inside braces, `ssml={'…&amp;…'}`: in a quoted attribute the compiler resolves them.
   * @rule R-30
   * @platform tolerated: the talk is silent, or its text is read as it is (the SSML guide)
   */
  'ssml-malformed': error(
    'tolerated',
    (
      d: OfSpeech & {
        why: string
        remedy?: string | undefined
        /** The entity to write for a character, if that is the remedy. */
        entity?: string | undefined
      },
      words,
    ) => [
      `The SSML of ${words.object(d.object)} is not well-formed: ${d.why}.`,
      d.remedy ??
        `Write ${d.entity} for it${words.either(`, in braces: ssml={'…${d.entity}…'}. Between quotes JSX resolves it`, '')}.`,
    ],
  ),
  /**
   * Vonage documents neither this tag, attribute nor value; what the voice makes of it is unknown.
   * @rule R-30, the SSML guide
   * @platform tolerated: the talk is silent, or its text is read as it is (the SSML guide)
   */
  'ssml-undocumented': warning(
    'tolerated',
    (d: OfSpeech & { what: string; instead: string }, words) => [
      `The SSML of ${words.object(d.object)} uses ${d.what}, which Vonage does not document.`,
      d.instead,
    ],
  ),
  /**
   * The SSML tag needs an attribute.
   * @rule the SSML guide
   * @platform tolerated: the talk is silent, or its text is read as it is (the SSML guide)
   */
  'ssml-missing-attribute': error(
    'tolerated',
    (d: OfSpeech & { tag: string; attribute: string }, words) => [
      `In the SSML of ${words.object(d.object)}, <${d.tag}> lacks ${d.attribute}.`,
      `Write <${d.tag} ${d.attribute}="…">.`,
    ],
  ),
  /**
   * XML cannot hold control characters or half a surrogate pair, so they are left out of SSML.
   * @rule the SSML guide
   * @platform tolerated: the talk is silent, or its text is read as it is (the SSML guide)
   */
  'illegal-character': warning(
    'tolerated',
    ({ object, removed }: OfSpeech & { removed: boolean }, words) => [
      `The SSML of ${words.object(object)} ${removed ? 'held characters that XML cannot hold; they were left out' : 'holds characters that XML cannot hold'}.`,
      'Remove control characters from the text before it is spoken.',
    ],
  ),
  /**
   * The language code is in none of the published lists. They may be older than the platform.
   * @rule R-86
   * @platform unknown
   */
  'unknown-language': warning(
    'unknown',
    (d: OfSpeech & { value: string | undefined; codes: readonly string[] }, words) => [
      `${words.option(d.object, option('language'))} is ${d.value === undefined ? 'a text' : short(d.value)}, which is not a known language code.`,
      d.codes.length > 0
        ? `Write ${quoted(d.codes)}.`
        : 'Write a code such as "en-GB". If this is one, no list has its language: keep it if Vonage names it.',
    ],
  ),
  /**
   * The language has no such voice. What the platform does with an unknown style is undocumented; a missing premium voice becomes the standard one silently.
   * @rule R-86
   * @platform unknown
   */
  'unknown-voice': warning(
    'unknown',
    (
      d: OfSpeech & {
        language: string
        premium: boolean
        /** Whether the language has the style, as the other of standard and premium. */
        hasStyle: boolean
        /** The styles that are of the same kind, and those of both. */
        alike: readonly string[]
        all: readonly string[]
      },
      words,
    ) => {
      const other = words.setting(option('premium'), !d.premium)
      const [kind, otherKind] = d.premium ? ['premium', 'standard'] : ['standard', 'premium']
      if (d.hasStyle) {
        return [
          `${words.object(d.object)} asks for the ${kind} voice of a style that ${d.language} has only as a ${otherKind} one.`,
          `Write ${choice([other, ...(d.alike.length > 0 ? [`style ${choice(d.alike)}`] : [])])}.`,
        ]
      }
      return [
        `${words.object(d.object)} names by its style a voice that ${d.language} does not have.`,
        d.alike.length > 0
          ? `Write style ${choice(d.alike)}.`
          : `Write style ${choice(d.all)} with ${other}.`,
      ]
    },
  ),
  /**
   * The voice belongs to an engine that does not read SSML.
   * @rule R-87
   * @platform unknown
   */
  'ssml-not-supported': warning(
    'unknown',
    (d: OfSpeech & { language: string; style: number; styles: readonly string[] }, words) => [
      `${words.object(d.object)} speaks SSML with style ${d.style} of ${d.language}, a voice that does not support it.`,
      `Remove the tags${d.styles.length > 0 ? `, or write style ${choice(d.styles)}` : ''}.`,
    ],
  ),
  /**
   * `emphasis` does not work with premium voices.
   * @rule R-87
   * @platform unknown
   */
  'emphasis-with-premium': warning('unknown', ({ object }: OfSpeech, words) => [
    `${words.object(object)} uses <emphasis>, which premium voices do not support.`,
    `Remove <emphasis> or ${words.name(option('premium'))}.`,
  ]),
}
