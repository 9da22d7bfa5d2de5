import type { Json, JsonObject } from '../element/json'
import { type Report, root } from '../issues/report'
import { isBare } from './plain-value'
import type { Definition, Place, Table } from './table'

/**
 * Reads an object of an NCCO, each value once. Returns what the rules between options and those between actions read of it, so that they
 * judge what was read; `undefined` if the object is not right beyond doubt.
 */
export function readObject(value: unknown, definition: Definition): JsonObject | undefined {
  if (!isBare(value)) return undefined
  // A key that stands on every object would be read with those of this one.
  for (const _ in Object.prototype) return undefined
  const { table } = definition
  const { byKey, required } = table
  const tagKey = definition.tag?.[0]
  const object = table.start()
  let missing = required.length
  let previous = table.head
  for (const key in value) {
    if (key === tagKey) continue
    let row = previous.nextKey
    if (row?.key !== key) {
      row = byKey.get(key)
      if (row === undefined) return undefined
      previous.nextKey = row
    }
    previous = row
    const given = value[key]
    if (given === undefined) continue
    if (row.isRead) {
      const read = row.copy ? row.copy(given) : row.accepts(given) ? (given as Json) : undefined
      if (read === undefined) return undefined
      row.set(object, read)
    } else if (!row.accepts(given)) return undefined
    if (row.isRequired) missing--
  }
  return missing === 0 && table.acceptsBetween(object) ? object : undefined
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
export function acceptsBetween(
  object: JsonObject,
  checkBetween: Table['checkBetween'],
  place: Place,
): boolean {
  if (checkBetween === undefined) return true
  isInDoubt = false
  checkBetween(object, place)
  return !isInDoubt
}
