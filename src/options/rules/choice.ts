import type { TypeMistake } from '../../issues/messages/options'
import { letters, nearest } from '../../issues/nearest'
import { type OptionPlace, reportValue, wrongType } from '../place'
import type { RuleOf, Takes } from './rule'

/** One of several texts. */
export interface ChoiceRule extends RuleOf<'choice'> {
  readonly values: readonly string[]
  /** The name of the default, if it sounds like another value. */
  readonly absent?: string | undefined
}

/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const T extends string>(...values: readonly T[]): ChoiceRule & Takes<T> {
  return makeChoice(values, undefined)
}

/** The choice with the name of its default, which is not one of its values. */
/* @__NO_SIDE_EFFECTS__ */
export function absentMeans<R extends ChoiceRule>(absent: string, rule: R): R {
  return { ...rule, ...makeChoice(rule.values, absent) }
}

function makeChoice(values: readonly string[], absent: string | undefined): ChoiceRule {
  return {
    kind: 'choice',
    values,
    absent,
    accepts: (value) => typeof value === 'string' && values.includes(value),
    check(value, place) {
      if (typeof value === 'string') checkChoice(value, values, absent, place)
      else wrongType('a string', value, place, { values, mistake: mistakeOf(value, values) })
    },
  }
}

/** A key such as 1 is a text. */
function mistakeOf(value: unknown, values: readonly string[]): TypeMistake | undefined {
  return typeof value === 'number' && values.includes(String(value)) ? 'unquoted' : undefined
}

/** Reports a value that is not in the list, with the one that was probably meant. */
function checkChoice(
  value: string,
  values: readonly string[],
  absent: string | undefined,
  place: OptionPlace,
): void {
  if (values.includes(value)) return
  if (absent !== undefined && letters(value) === letters(absent)) {
    return reportValue('default-by-name', place, { value })
  }
  reportValue('not-one-of', place, { value, values, nearest: nearest(value, values) })
}
