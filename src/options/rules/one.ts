import type { Json } from '../../element/json'
import { kindOf } from '../../issues/kind'
import { type OptionPlace, reportValue } from '../place'
import { checkEntries } from './list'
import type { RuleOf, Takes } from './rule'
import type { ValueRule } from './value'

/** A single value in TSX, an array of one in the NCCO. */
export interface OneRule extends RuleOf<'one'> {
  readonly of: ValueRule
}

/* @__NO_SIDE_EFFECTS__ */
export function one<T>(of: ValueRule & Takes<T>): OneRule & Takes<T> {
  const { accepts } = of
  return {
    kind: 'one',
    of,
    accepts: (value) => Array.isArray(value) && value.length === 1 && accepts(value[0]),
    draft: (value) => (accepts(value) ? [value as Json] : undefined),
    check(value, place) {
      if (checkArrayOfOne(value, place)) checkEntries(value, of, { ...place, isOnly: true })
      else if (typeof value === 'string') of.check(value, place)
    },
  }
}

/**
 * Reports a value that is not an array of exactly one. Returns whether it is an array at all, so that its entries are still
 * checked.
 */
export function checkArrayOfOne(value: unknown, place: OptionPlace): value is readonly unknown[] {
  if (!Array.isArray(value)) {
    reportValue('not-an-array', place, { found: kindOf(value) })
    return false
  }
  if (value.length !== 1) reportValue('not-exactly-one', place, { count: value.length })
  return true
}
