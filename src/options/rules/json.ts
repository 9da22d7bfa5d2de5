import { isJsonObject, type JsonData, type JsonObject } from '../../element/json'
import { toJson } from '../../element/to-json'
import { root } from '../../issues/report'
import { wrongType } from '../place'
import { toPlainText } from '../plain-text'
import { copyPlain } from '../plain-value'
import type { RuleOf, Takes } from './rule'

/** An object of the author's own: any JSON. */
export interface JsonRule extends RuleOf<'json'> {}

/* @__NO_SIDE_EFFECTS__ */
export function json(): JsonRule & Takes<JsonData> {
  return {
    kind: 'json',
    accepts: (value) => isJsonObject(copyPlain(value)),
    draft: copyObject,
    draftText: toPlainText,
    check(value, place) {
      if (!isJsonObject(value)) wrongType('an object', value, place)
    },
  }
}

/** The copy of an object that is JSON throughout. */
function copyObject(value: unknown): JsonObject | undefined {
  const plain = copyPlain(value)
  if (isJsonObject(plain)) return plain
  let isJson = true
  const copy = toJson(value, root, () => {
    isJson = false
  })
  return isJson && isJsonObject(copy) ? copy : undefined
}
