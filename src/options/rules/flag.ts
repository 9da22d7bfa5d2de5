import { wrongType } from '../place'
import type { RuleOf, Takes } from './rule'

/** True or false. */
export interface FlagRule extends RuleOf<'flag'> {}

/* @__NO_SIDE_EFFECTS__ */
export function flag(): FlagRule & Takes<boolean> {
  return {
    kind: 'flag',
    accepts: isFlag,
    check(value, place) {
      if (isFlag(value)) return
      const isQuoted = value === 'true' || value === 'false'
      wrongType('true or false', value, place, { mistake: isQuoted ? 'quoted' : undefined })
    },
  }
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean'
}
