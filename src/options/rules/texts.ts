import { isJsonObject, type JsonObject } from '../../element/json'
import { kindOf } from '../../issues/kind'
import { type Format, matches, type PatternFormat } from '../formats/format'
import { inside, type OptionPlace, reportValue, wrongType } from '../place'
import { copyPlain } from '../plain-value'
import type { RuleOf, Takes } from './rule'
import { acceptorOf, countCharacters } from './text'

/** An object of the author's own that holds only texts. */
export interface TextsRule extends RuleOf<'texts'>, TextsLimits {}

interface TextsLimits {
  /** The format of its keys. If the key is wrong, its value is not checked. */
  readonly keyFormat?: PatternFormat
  /** The format of its texts. */
  readonly format?: Format
  /** The only keys it may have. */
  readonly keys?: readonly string[]
  readonly mostCharacters?: number
}

/* @__NO_SIDE_EFFECTS__ */
export function texts<T = Readonly<Record<string, string>>>(
  limits: TextsLimits = {},
): TextsRule & Takes<T> {
  const copy = (given: unknown) => {
    const copied = copyPlain(given)
    return isJsonObject(copied) && acceptsEntries(copied, limits) ? copied : undefined
  }
  return {
    kind: 'texts',
    ...limits,
    accepts: (value) => copy(value) !== undefined,
    draft: copy,
    copy,
    check(value, place) {
      if (!isJsonObject(value)) return wrongType('an object', value, place)
      for (const [key, text] of Object.entries(value)) checkEntry(key, text, limits, place)
    },
  }
}

/** Whether every entry is right beyond doubt, which a format without a pattern cannot tell. */
function acceptsEntries(
  object: JsonObject,
  { keys, keyFormat, format, mostCharacters: most = Infinity }: TextsLimits,
): boolean {
  for (const key of Object.keys(object)) {
    const value = object[key]
    if (typeof value !== 'string' || value.length > most) return false
    if (keys && !keys.includes(key)) return false
    if (keyFormat && !matches(keyFormat.pattern, key)) return false
    if (format && !acceptorOf(format)(value)) return false
  }
  return true
}

function checkEntry(
  key: string,
  value: unknown,
  { keys, keyFormat, format, mostCharacters: most = Infinity }: TextsLimits,
  place: OptionPlace,
): void {
  const entry = inside(place, key)
  if (keys && !keys.includes(key)) {
    const expected = `an object with ${keys.map((name) => `"${name}"`).join(', ')} only`
    return reportValue('bad-format', entry, { expected })
  }
  if (typeof value !== 'string') {
    const found = `an object that holds ${kindOf(value)}`
    return reportValue('wrong-type', entry, { expected: 'an object of strings', found })
  }
  const length = countCharacters(value)
  if (length > most) reportValue('too-long', entry, { length, most })
  if (keyFormat && !matches(keyFormat.pattern, key)) keyFormat(key, entry)
  else format?.(value, entry)
}
