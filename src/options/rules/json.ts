import { isJsonObject, type JsonData } from '../../element/json'
import { wrongType } from '../place'
import type { RuleOf, Takes } from './rule'

/** An object of the author's own: any JSON. */
export interface JsonRule extends RuleOf<'json'> {}

/* @__NO_SIDE_EFFECTS__ */
export function json(): JsonRule & Takes<JsonData> {
  return {
    kind: 'json',
    accepts: isJsonObject,
    check(value, place) {
      if (!isJsonObject(value)) wrongType('an object', value, place)
    },
  }
}
