import { isScalar, type Json, type JsonObject, setOwn } from '../element/json'

// Larger values are rare, and the limits of JSON are for `toJson` to count.
export const fewValues = 200

/** An array with few values. */
export function isShort(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= fewValues
}

/** An object of no class. */
export function isBare(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

/** Whether a value is a short array whose entries are all right; a hole is not. */
export function acceptsEntries(values: unknown, accepts: (value: unknown) => boolean): boolean {
  if (!isShort(values)) return false
  for (let index = 0; index < values.length; index++) if (!accepts(values[index])) return false
  return true
}

/** The copy of a short array whose entries are all right. */
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

/**
 * The copy of a small value that is JSON already; `undefined` for any other. Faster than `toJson`, which knows limits and reports what it
 * refuses. An element or a link is refused, because it holds a symbol or a function.
 */
export function copyPlain(
  value: unknown,
  budget: Budget = { values: fewValues },
): Json | undefined {
  if (budget.values-- <= 0) return undefined
  if (isScalar(value)) return value
  if (Array.isArray(value)) return copyPlainArray(value, budget)
  if (!isBare(value)) return undefined
  const copy: JsonObject = {}
  for (const key of Object.keys(value)) {
    const given = value[key]
    // As JSON.stringify does: an undefined property is an absent one.
    if (given === undefined) continue
    const entry = copyPlain(given, budget)
    if (entry === undefined) return undefined
    setOwn(copy, key, entry)
  }
  return copy
}

/** How many values a copy or a text may still hold. */
export interface Budget {
  values: number
}

function copyPlainArray(values: readonly unknown[], budget: Budget): Json[] | undefined {
  const copy: Json[] = []
  for (let index = 0; index < values.length; index++) {
    const entry = copyPlain(values[index], budget)
    if (entry === undefined) return undefined
    copy.push(entry)
  }
  return copy
}
