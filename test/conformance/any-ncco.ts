import fc from 'fast-check'
import { check } from 'ncco-jsx'
import { withParts } from '../../scripts/objects'
import type { Json } from '../../src/element/json'
import type { ChildRule } from '../../src/options/rules/child'
import type { NumberRule } from '../../src/options/rules/number'
import type { TextsRule } from '../../src/options/rules/texts'
import type { Definition, Rule } from '../../src/options/table'
import { actions, retiredActions } from '../../src/vocabulary'
import { isError } from './verdicts'

/** NCCOs made from the tables, where each value is good most of the time and odd at times. */
export function anyNcco(): fc.Arbitrary<unknown> {
  // Each object as often as any other, whether it is an action or stands inside one.
  const objects = actions.map((one) => ({
    arbitrary: anyObject(one),
    weight: withParts(one).length,
  }))
  const action = fc.oneof({ arbitrary: fc.oneof(...objects), weight: 9 }, odd)
  return fc.oneof({ arbitrary: fc.array(action, { maxLength: 3 }), weight: 19 }, odd)
}

/** What `anyNcco` makes, as JSON text would give it: arrays with nothing in them but plain objects. */
export function anyJsonNcco(): fc.Arbitrary<readonly Json[]> {
  return anyNcco()
    .map((ncco): Json => JSON.parse(JSON.stringify(ncco)))
    .filter((ncco) => Array.isArray(ncco))
}

/** NCCOs without an error. Most actions have a mistake, so many are made for the few that have none. */
export function anyValidNcco(): fc.Arbitrary<readonly Json[]> {
  return fc
    .array(anyJsonNcco(), { size: 'max', minLength: 10, maxLength: 40 })
    .map((nccos) => nccos.flat().filter((entry) => !check([entry]).some(isError)))
    .filter((ncco) => !check(ncco).some(isError))
}

const odd = fc.constantFrom<unknown[]>(null, true, false, 0, -1, 1.5, '', '1', 'true', [], [[]], {})

const pieces = fc.constantFrom(
  ...['<speak>', '</speak>', '<SPEAK/>', '<speaker>', '<p>', '</p>', '<break/>', '</1>'],
  ...['<break time="1>s"/>', "<break time='1s'/>", '<say-as>', '<!-- > -->', '<![CDATA[<a>]]>'],
  ...['a', ' ', '\n', '\u00a0', '\u{1f600}', '\ud83d', '<', '>', '&', '&amp;', '&#65;', '&x;'],
  ...['x'.repeat(1499), '\u{1f600}'.repeat(750), '&lt;'.repeat(1499), '<p/>'.repeat(750)],
)

/** Pieces of well-formed SSML, which is refused only for its length. */
const ssmlPieces = fc.constantFrom(
  ...['a', '<p>b</p>', '<break/>', "<sub alias='1>s'>c</sub>", '<!-- > -->', '<![CDATA[<a>]]>'],
  ...['&amp;', '&#65;', '\u{1f600}', 'x'.repeat(749), '\u{1f600}'.repeat(750), '<p/>'.repeat(750)],
)

const speech = fc.array(pieces, { maxLength: 5 }).map((texts) => texts.join(''))
const anyText = fc.oneof(
  speech,
  speech.map((text) => `<speak>${text}</speak>`),
  fc.array(ssmlPieces, { maxLength: 9 }).map((texts) => `<speak>${texts.join('')}</speak>`),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('x'.repeat(1500), 'x'.repeat(1501), '\u{1f600}'.repeat(1500)),
  fc.constantFrom('', 'google', 'en-GB', 'CON-1', 'a: b', '+447700900000', 'a\nb'),
)

const absent = Symbol('absent')

/** Objects of the NCCO: right at times. */
export function anyObject({ tag, table: { rows, extras } }: Definition): fc.Arbitrary<unknown> {
  const tags = fc.oneof({ arbitrary: fc.constant(tag?.[1]), weight: 19 }, anyTag)
  const options = rows.map(({ key, rule }) => [
    key,
    presentOnceIn(rule.required ? 1.1 : 2, anyValue(rule)),
  ])
  const outdated = Object.keys(extras).map((key) => [
    key,
    presentOnceIn(10, fc.oneof(anyText, odd)),
  ])
  const all: Record<string, fc.Arbitrary<unknown>> = {
    ...(tag && { [tag[0]]: tags }),
    ...Object.fromEntries([...options, ...outdated]),
    'new/option~': presentOnceIn(20, odd),
  }
  const present = ([, value]: [string, unknown]) => value !== absent
  return fc.record(all).map((object) => Object.fromEntries(Object.entries(object).filter(present)))
}

function presentOnceIn(times: number, value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const weight = Math.round(10 * (times - 1))
  return fc.oneof({ arbitrary: fc.constant(absent), weight }, { arbitrary: value, weight: 10 })
}

const anyTag = fc.constantFrom<unknown[]>('', 'Talk', ...retiredActions, 7, null, undefined)

function anyValue(rule: Rule): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: goodValue(rule), weight: 9 }, odd)
}

/** Values of an option: right most of the time, odd at times inside. */
export function goodValue(rule: Rule): fc.Arbitrary<unknown> {
  switch (rule.kind) {
    case 'text':
      return rule.format?.pattern ? near(rule.format.pattern) : anyText
    case 'number':
      return numberNear(rule)
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(
        ...[...rule.values, ...(rule.absent ? [rule.absent] : [])],
        ...rule.values.map((value) => `${value}s`),
      )
    case 'url':
      return fc.oneof(urlLike, near(rule.pattern))
    case 'one':
      return listOf(anyValue(rule.of), 1)
    case 'list':
      return fc.array(anyValue(rule.of), { maxLength: 3 })
    case 'json':
      return fc.dictionary(fc.string(), fc.jsonValue())
    case 'texts':
      return texts(rule)
    case 'child':
      return child(rule)
  }
}

const controls = fc.constantFrom('\0', '\t', '\n', '\u007f')

/** Texts that match, and such texts with something put in somewhere. */
function near(pattern: RegExp): fc.Arbitrary<string> {
  const matching = fc.stringMatching(new RegExp(pattern.source))
  const put = fc.tuple(
    matching,
    fc.nat(),
    fc.oneof(pieces, controls, fc.string({ unit: 'binary' })),
  )
  const spoilt = put.map(([text, seed, piece]) => {
    const at = seed % (text.length + 1)
    return text.slice(0, at) + piece + text.slice(at)
  })
  return fc.oneof(matching, spoilt)
}

const urlLike = fc.constantFrom(
  ...['https://example.com/a?b=c#d', 'HTTP://example.com', 'https://', '/a', 'https://a b'],
  ...['wss://example.com', 'WS://example.com', 'wss:example.com', 'wss:///a'],
  ...['sip:a@example.com', 'SIPS:a@example.com;transport=tls', 'sip:a', 'sip:a@b@c'],
)

function numberNear({ min = -10, max = 1000 }: NumberRule): fc.Arbitrary<number> {
  const ends = [min, max].flatMap((end) => [end - 1, end - 0.01, end, end + 0.01, end + 1])
  return fc.oneof(
    fc.integer({ min: Math.ceil(min), max: Math.floor(max) }),
    fc.double({ min, max }),
    fc.constantFrom(...ends, 1e300, -1e300, 5e-324),
  )
}

/** Mostly a list of this many. */
function listOf(entry: fc.Arbitrary<unknown>, length: number): fc.Arbitrary<unknown> {
  const right = fc.array(entry, { minLength: length, maxLength: length })
  return fc.oneof({ arbitrary: right, weight: 9 }, fc.array(entry, { maxLength: 2 }), entry)
}

function texts({ keys = [], keyFormat, format }: TextsRule): fc.Arbitrary<unknown> {
  const names = keyFormat ? near(keyFormat.pattern) : fc.constantFrom(...keys, 'Subject')
  const long = fc.constantFrom(...['x', '\u{1f600}'].flatMap((x) => [x.repeat(256), x.repeat(257)]))
  const values = format?.pattern ? fc.oneof(near(format.pattern), long) : anyText
  return fc.dictionary(names, fc.oneof({ arbitrary: values, weight: 9 }, odd), { maxKeys: 3 })
}

function child({ definitions, inArray }: ChildRule<Definition>): fc.Arbitrary<unknown> {
  const object = fc.oneof(...definitions.map(anyObject))
  return inArray ? listOf(fc.oneof({ arbitrary: object, weight: 9 }, odd), 1) : object
}
