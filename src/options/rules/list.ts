import type { Json } from '../../element/json'
import { inside, type OptionPlace, wrongType } from '../place'
import type { RuleOf, Takes } from './rule'
import type { ValueRule } from './value'

/** An array of values. */
export interface ListRule extends RuleOf<'list'> {
  readonly of: ValueRule
}

/* @__NO_SIDE_EFFECTS__ */
export function list<T>(of: ValueRule & Takes<T>): ListRule & Takes<readonly T[]> {
  const { accepts } = of
  return {
    kind: 'list',
    of,
    accepts: (value) => Array.isArray(value) && value.every(accepts),
    draft: (prop) => (Array.isArray(prop) ? copyAccepted(prop, accepts) : undefined),
    check(value, place) {
      if (Array.isArray(value)) checkEntries(value, of, place)
      else wrongType('an array', value, place)
    },
  }
}

/** The copy of an array whose entries are all right; a hole is not. */
function copyAccepted(
  values: readonly unknown[],
  accepts: (value: unknown) => boolean,
): Json[] | undefined {
  const copy: Json[] = []
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (!accepts(value)) return undefined
    copy.push(value as Json)
  }
  return copy
}

/** Checks each entry of an array. */
export function checkEntries(values: readonly unknown[], of: ValueRule, place: OptionPlace): void {
  values.forEach((value, index) => {
    of.check(value, inside(place, index))
  })
}
