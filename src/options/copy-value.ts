import { isScalar, type Json, type JsonObject, setOwn } from '../element/json'

// Longer values are rare, and the limits of JSON are for `toJson` to count.
const fewEntries = 200

/** An array with few entries. */
export function isShort(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= fewEntries
}

/** An object of no class. */
export function isBare(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

/** The copy of a short array whose entries are all right; a hole is not. */
export function copyEntries(
  values: unknown,
  accepts: (value: unknown) => boolean,
): Json[] | undefined {
  if (!isShort(values)) return undefined
  const copy: Json[] = []
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (!accepts(value)) return undefined
    copy.push(value as Json)
  }
  return copy
}

/** The copy of an object with few keys and nothing inside their values. An element or a link has more inside. */
export function copyFlat(value: unknown): JsonObject | undefined {
  if (!isBare(value)) return undefined
  const copy: JsonObject = {}
  let count = 0
  for (const key in value) {
    const entry = value[key]
    if (!isScalar(entry) || ++count > fewEntries) return undefined
    setOwn(copy, key, entry)
  }
  return copy
}
