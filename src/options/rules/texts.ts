import { isJsonObject } from '../../element/json'
import { kindOf } from '../../issues/kind'
import type { Format, PatternFormat } from '../formats/format'
import { inside, type OptionPlace, ofOption, wrongType } from '../place'
import { acceptsNothing, type RuleOf, type Takes } from './rule'
import { countCharacters } from './text'

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
  return {
    kind: 'texts',
    ...limits,
    accepts: acceptsNothing,
    check(value, place) {
      if (!isJsonObject(value)) return wrongType('an object', value, place)
      for (const [key, text] of Object.entries(value)) checkEntry(key, text, limits, place)
    },
  }
}

function checkEntry(
  key: string,
  value: unknown,
  { keys, keyFormat, format, mostCharacters: most = Number.POSITIVE_INFINITY }: TextsLimits,
  place: OptionPlace,
): void {
  const entry = inside(place, key)
  if (keys && !keys.includes(key)) {
    const expected = `an object with ${keys.map((name) => `"${name}"`).join(', ')} only`
    return place.report('bad-format', entry.path, { ...ofOption(place), expected })
  }
  if (typeof value !== 'string') {
    const found = `an object that holds ${kindOf(value)}`
    const detail = { ...ofOption(place), expected: 'an object of strings', found }
    return place.report('wrong-type', entry.path, detail)
  }
  const length = countCharacters(value)
  if (length > most) place.report('too-long', entry.path, { ...ofOption(place), length, most })
  if (keyFormat?.pattern.test(key) === false) keyFormat(key, entry)
  else format?.(value, entry)
}
