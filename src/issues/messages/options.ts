import { nccoError as error, nccoWarning as warning } from '../ncco-message'
import { type Named, type NamedOption, quoted, short, type Words } from '../words'

/** The detail of every message of this page. */
export interface OfOption {
  object: Named
  option: NamedOption
}

/** Known to a message about a number. */
export interface OfNumber extends OfOption {
  value: number
}

/**
 * A mistake that leads to a value of another type: a number in quotes, a text without them, an array where TSX takes its entry, an entry
 * without its array.
 */
export type TypeMistake = 'quoted' | 'unquoted' | 'bracketed' | 'bare'

/** Findings about the value of a single option. */
export const optionMessages = {
  /**
   * The value has another JSON type than the reference documents. Quoted numbers and booleans are often let through by the platform, but only the native types are documented.
   * @rule R-95, the shape of an NCCO
   * @platform tolerated for numbers and booleans in quotes: the reference's own samples have them, and a maintainer says that both forms are accepted (Vonage/vonage-dotnet-sdk#211); single reports say otherwise. Unknown for the rest
   */
  'wrong-type': error(
    ({ mistake }: { mistake?: TypeMistake | undefined }) =>
      mistake === 'quoted' ? 'tolerated' : 'unknown',
    (
      d: OfOption & {
        expected: string
        found: string
        mistake?: TypeMistake | undefined
        /** The values that it may have, if they are known. */
        values?: readonly string[] | undefined
      },
      words,
    ) => [
      `${words.option(d.object, d.option)} must be ${d.expected}, but is ${d.found}.`,
      remedyOfType(d, words),
    ],
  ),
  /**
   * A required text is empty.
   * @rule the option tables
   * @platform unknown
   */
  'empty-value': error('unknown', (d: OfOption, words) => [
    `${words.option(d.object, d.option)} is empty.`,
    `Give it a text.`,
  ]),
  /**
   * The option takes one of a list of values.
   * @rule R-31, R-40, R-41, R-74
   * @platform unknown
   */
  'not-one-of': error(
    'unknown',
    (
      d: OfOption & {
        value: string
        values: readonly string[]
        nearest: string | undefined
      },
      words,
    ) => [
      `${words.option(d.object, d.option)} is ${d.nearest ? short(d.value) : 'a text'}, which is not one of its values.`,
      `Write ${quoted(d.nearest ? [d.nearest] : d.values)}.`,
    ],
  ),
  /**
   * The value is the name of the default, but the reference does not list it.
   * @rule R-69
   * @platform tolerated: an official article shows eventType "asynchronous", the default by name
   */
  'default-by-name': warning('tolerated', (d: OfOption & { value: string }, words) => [
    `${words.option(d.object, d.option)} is ${short(d.value)}, the name of its default, which is not one of its values.`,
    `Leave ${words.name(d.option)} out: without it, that is what happens.`,
  ]),
  /**
   * The number lies outside the documented range. In development it is shown if it stands in the tag itself, as in `loop={-1}`; any other number may be one that a caller pressed.
   * @rule R-27, R-28, R-36, R-40, R-41, R-63, R-66
   * @platform unknown
   */
  'out-of-range': error('unknown', (d: OfNumber & { range: string }, words) => [
    `${words.option(d.object, d.option, d.value)} is outside its range.`,
    `Write a number ${d.range}.`,
  ]),
  /**
   * The option counts whole things: repetitions, digits, seconds.
   * @rule R-27, R-36, R-41, R-63
   * @platform unknown
   */
  'not-whole': error('unknown', (d: OfNumber, words) => [
    `${words.option(d.object, d.option, d.value)} takes whole numbers, but is a fraction.`,
    'Round it, or write a whole number.',
  ]),
  /**
   * The platform moves the number into its range, so the call runs, but not with the number written here.
   * @rule R-89
   * @platform tolerated: the platform moves the number into the range, as the reference says
   */
  clamped: warning('tolerated', (d: OfNumber & { range: string; becomes: number }, words) => [
    `${words.option(d.object, d.option, d.value)} is outside its range, and the platform changes it to ${d.becomes}.`,
    `Write a number ${d.range}.`,
  ]),
  /**
   * The platform reads the number in steps, so what is finer is lost.
   * @rule R-28
   * @platform unknown
   */
  'too-precise': warning('unknown', (d: OfNumber & { step: number }, words) => [
    `${words.option(d.object, d.option, d.value)} is finer than its steps of ${d.step}.`,
    `Round it to a multiple of ${d.step}.`,
  ]),
  /**
   * The text has more characters than documented. SSML tags do not count; characters are code points, and an entity is one.
   * @rule R-29, R-72
   * @platform unknown
   */
  'too-long': error(
    'unknown',
    (d: OfOption & { length: number; most: number; isSpoken?: true }, words) => [
      `${words.option(d.object, d.option)} has ${d.length} characters, more than ${d.most}.`,
      d.isSpoken
        ? `Shorten it, or split it into several ${words.either('<Talk> elements', 'talk actions')}.`
        : 'Shorten it.',
    ],
  ),
  /**
   * URLs travel in arrays, even a single one.
   * @rule R-36, R-80, R-81
   * @platform refused for streamUrl and eventUrl (Vonage/vonage-dotnet-sdk#196, vonage-java-sdk#190, #23). Unknown for the rest
   */
  'not-an-array': error(
    ({ option }: OfOption) =>
      ['streamUrl', 'eventUrl'].includes(option.key) ? 'refused' : 'unknown',
    (d: OfOption & { found: string }, words) => [
      `${words.option(d.object, d.option)} must be an array with one entry${words.either(' in the NCCO', '')}, but is ${d.found}.`,
      words.either(
        `Write it as a prop, of which the array is made: ${d.option.prop}=….`,
        `Put it into an array: ${words.name(d.option)}: […].`,
      ),
    ],
  ),
  /**
   * The array must hold one entry; what a second one does is undocumented. Only from JSON: an element takes the value without the array.
   * @rule R-36, R-60, R-80, R-81
   * @platform refused for an empty eventUrl (Vonage/vonage-node-sdk#906). Unknown for the rest
   */
  'not-exactly-one': error(
    ({ option, count }: OfOption & { count: number }) =>
      count === 0 && option.key === 'eventUrl' ? 'refused' : 'unknown',
    (d: OfOption & { count: number }, words) => [
      `${words.option(d.object, d.option)} has ${d.count} entries, but takes exactly one.`,
      d.count === 0 ? 'Put one into it.' : 'Keep one of them.',
    ],
  ),
  /**
   * The platform fetches or dials the address from outside, so it must be absolute and of a scheme that is documented here.
   * @rule R-71, R-74, R-80, R-81
   * @platform unknown: a URL that cannot be fetched fails when it is asked for (R-92)
   */
  'bad-url': error('unknown', (d: OfOption & { form: string }, words) => [
    `${words.option(d.object, d.option)} is not an absolute URL of the form ${d.form}.`,
    'Write the whole URL in this form.',
  ]),
  /**
   * A number to call is written in E.164: country code and number, 7 to 15 digits, without +, 00, spaces or dashes.
   * @rule R-75
   * @platform unknown: a fixture of the PHP SDK has an error text for the REST API, not for an NCCO
   */
  'not-e164': error('unknown', (d: OfOption & { why: string }, words) => [
    `${words.option(d.object, d.option)} is not an E.164 number as the platform takes it: it ${d.why}.`,
    'Write the country code and the number in digits only, without + and without the 0 before the area: 447700900001, not +44 (0)7700 900001.',
  ]),
  /**
   * The caller ID is documented as an E.164 number; with a real phone it must be one of your Vonage numbers, or the call does not connect.
   * @rule R-62, R-75
   * @platform tolerated: the called leg fails (Vonage/vonage-dotnet-sdk#131; R-62)
   */
  'caller-id-not-e164': warning('tolerated', (d: OfOption & { why: string }, words) => [
    `${words.option(d.object, d.option)} is not an E.164 number as the platform takes it: it ${d.why}.`,
    'Write one of your Vonage numbers in digits only, such as 447700900000.',
  ]),
  /**
   * The text does not have the documented form.
   * @rule R-72, R-76
   * @platform unknown
   */
  'bad-format': error('unknown', (d: OfOption & { expected: string }, words) => [
    `${words.option(d.object, d.option)} does not have its documented form.`,
    `Write ${d.expected}.`,
  ]),
}

function remedyOfType(
  {
    option,
    mistake,
    values,
    expected,
  }: OfOption & {
    expected: string
    mistake?: TypeMistake | undefined
    values?: readonly string[] | undefined
  },
  words: Words,
): string {
  switch (mistake) {
    case 'quoted':
      return `Write it without quotes${words.either(`, in braces: ${option.prop}={…}`, '')}.`
    case 'unquoted':
      return `Write it in quotes: ${words.setting(option, '…')}.`
    case 'bracketed':
      return words.either(
        `Write it without the brackets: ${option.prop}={…}.`,
        `Write one pair of brackets: "${option.key}": […].`,
      )
    case 'bare':
      return `Write it in brackets: ${words.either(`${option.prop}={[…]}`, `"${option.key}": […]`)}.`
    default:
      return `Write ${values ? quoted(values) : expected}.`
  }
}
