import type { JsonObject } from '../element/json'
import { type Report, root } from '../issues/report'
import type { Definition, Place } from './table'

/** Whether an object is right beyond doubt: the fast path of `checkObject`, which needs neither a place nor a message. */
export function acceptsObject(object: JsonObject, definition: Definition): boolean {
  const { byKey, tag, required } = definition
  const tagKey = tag?.[0]
  let missing = required.length
  for (const key in object) {
    if (key === tagKey) continue
    const row = byKey.get(key)
    if (row === undefined || !row.accepts(object[key])) return false
    if (row.isRequired) missing--
  }
  return missing === 0 && definition.acceptsBetween(object)
}

// Set by `doubt`. Nothing else runs while the rules between options do.
let isInDoubt = false

const doubt: Report = () => {
  isInDoubt = true
}

/** The place of an object whose findings nobody will read. */
export function placeOfDoubt(definition: Definition): Place {
  return { object: definition, path: root, report: doubt }
}

/** Whether the rules between options have nothing to report. */
export function acceptsBetween(object: JsonObject, place: Place): boolean {
  const { checkBetween } = place.object
  if (checkBetween === undefined) return true
  isInDoubt = false
  checkBetween(object, place)
  return !isInDoubt
}
