/** Any value of JSON. */
export type Json = string | number | boolean | null | Json[] | JsonObject
/** An object of JSON, such as an action of an NCCO. */
export interface JsonObject {
  [key: string]: Json
}

/** An object of the author's own, to be written as JSON. Rendering reports any value in it that JSON cannot hold. */
// biome-ignore lint/suspicious/noExplicitAny: with `unknown` the compiler refuses data whose type is an interface.
export type JsonData = Readonly<Record<string, any>>

/** Sets a key as an own property. A plain assignment would not do so for `__proto__`. */
export function setOwn<Value>(object: Record<string, Value>, key: string, value: Value): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    })
  } else {
    object[key] = value
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether JSON holds the value as it is, with nothing inside it. */
export function isScalar(value: unknown): value is string | number | boolean | null {
  if (typeof value === 'number') return Number.isFinite(value)
  return typeof value === 'string' || typeof value === 'boolean' || value === null
}
