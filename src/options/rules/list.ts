import { inside, type OptionPlace, wrongType } from '../place'
import { toEntriesText } from '../plain-text'
import { acceptsEntries, copyEntries } from '../plain-value'
import type { RuleOf, Takes } from './rule'
import type { ValueRule } from './value'

/** An array of values. */
export interface ListRule extends RuleOf<'list'> {
  readonly of: ValueRule
}

/* @__NO_SIDE_EFFECTS__ */
export function list<T>(of: ValueRule & Takes<T>): ListRule & Takes<readonly T[]> {
  const { accepts } = of
  const copy = (values: unknown) => copyEntries(values, accepts)
  return {
    kind: 'list',
    of,
    accepts: (values) => acceptsEntries(values, accepts),
    draft: copy,
    draftText: (values) => toEntriesText(values, accepts),
    copy,
    check(value, place) {
      if (Array.isArray(value)) checkEntries(value, of, place)
      else wrongType('an array', value, place, { mistake: accepts(value) ? 'bare' : undefined })
    },
  }
}

/** Checks each entry of an array. */
export function checkEntries(values: readonly unknown[], of: ValueRule, place: OptionPlace): void {
  values.forEach((value, index) => {
    of.check(value, inside(place, index))
  })
}
