import type { Json, JsonObject } from '../element/json'
import { isBare } from './copy-value'
import type { Definition } from './table'

/**
 * The copy of an object of an NCCO that is right beyond doubt; `undefined` for any other. Each value is read once, so that what was judged
 * is what was copied.
 */
export function copyAccepted(value: unknown, definition: Definition): JsonObject | undefined {
  if (!isBare(value)) return undefined
  const { byKey, tag, required } = definition
  const tagKey = tag?.[0]
  const copy = definition.start()
  let missing = required.length
  for (const key in value) {
    if (key === tagKey) continue
    const row = byKey.get(key)
    if (row === undefined) return undefined
    const given = value[key]
    if (given === undefined) continue
    const copied = row.copy ? row.copy(given) : row.accepts(given) ? (given as Json) : undefined
    if (copied === undefined) return undefined
    copy[key] = copied
    if (row.isRequired) missing--
  }
  return missing === 0 && definition.acceptsBetween(copy) ? copy : undefined
}
