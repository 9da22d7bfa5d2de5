import type { JsonObject } from '../element/json'
import { type Report, root } from '../issues/report'
import type { Definition } from './table'

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
  return missing === 0 && acceptsBetween(object, definition)
}

// Set by `doubt`. Nothing else runs while the rules between options do.
let isInDoubt = false

const doubt: Report = () => {
  isInDoubt = true
}

/** Whether the rules between options have nothing to report. */
export function acceptsBetween(object: JsonObject, definition: Definition): boolean {
  const { checkBetween } = definition
  if (checkBetween === undefined) return true
  isInDoubt = false
  checkBetween(object, { object: definition, path: root, report: doubt })
  return !isInDoubt
}
