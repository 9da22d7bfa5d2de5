import { isJsonObject, type JsonData, type JsonObject } from '../../element/json'
import { toJson } from '../../element/to-json'
import { root } from '../../issues/report'
import { copyFlat } from '../copy-value'
import { wrongType } from '../place'
import type { RuleOf, Takes } from './rule'

/** An object of the author's own: any JSON. */
export interface JsonRule extends RuleOf<'json'> {}

/* @__NO_SIDE_EFFECTS__ */
export function json(): JsonRule & Takes<JsonData> {
  return {
    kind: 'json',
    accepts: isJsonObject,
    draft: (value) => copyFlat(value) ?? copyObject(value),
    copy: copyFlat,
    check(value, place) {
      if (!isJsonObject(value)) wrongType('an object', value, place)
    },
  }
}

/** The copy of an object that is JSON throughout. */
function copyObject(value: unknown): JsonObject | undefined {
  let isJson = true
  const copy = toJson(value, root, () => {
    isJson = false
  })
  return isJson && isJsonObject(copy) ? copy : undefined
}
