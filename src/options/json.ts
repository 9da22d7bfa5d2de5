import { isElement } from '../element/element'
import { below, type Report } from '../issues/report'

export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** What a value is, for a message; never the value itself. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'undefined'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
}

// Far beyond what any NCCO needs, far below what fills the stack.
const deepest = 500

/**
 * Copies a value of the author's as plain JSON, reading every property once, and reports what JSON cannot
 * hold, which is left out of the copy. Never throws, whatever it is given.
 */
export function toJson(value: unknown, path: string, report: Report): Json | undefined {
  const copies = new Map<object, Json | undefined>()

  function copy(value: unknown, path: string, depth: number): Json | undefined {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value === 'object') return copyOnce(value, path, depth)
    refuse(kindOf(value), path)
    return undefined
  }

  // An object that is used twice is copied once, which keeps shared structures from growing.
  function copyOnce(value: object, path: string, depth: number): Json | undefined {
    if (copies.has(value)) {
      const known = copies.get(value)
      if (known === undefined) refuse('an object that contains itself', path)
      return known
    }
    if (depth > deepest) return refuse(`nesting deeper than ${deepest} levels`, path)
    copies.set(value, undefined)
    let result: Json | undefined
    try {
      if (Array.isArray(value)) result = copyArray(value, path, depth)
      else if (isElement(value)) refuse('an element', path)
      else result = copyObject(value, path, depth)
    } catch {
      refuse('an object that throws when it is read', path)
    }
    copies.set(value, result)
    return result
  }

  function copyArray(value: readonly unknown[], path: string, depth: number): Json {
    const result: Json[] = []
    for (let index = 0; index < value.length; index++) {
      if (!(index in value)) {
        refuse('an array with holes', path)
        break
      }
      result.push(copy(value[index], below(path, index), depth + 1) ?? null)
    }
    return result
  }

  function copyObject(value: object, path: string, depth: number): Json | undefined {
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      return refuse('an instance of a class', path)
    }
    const result: JsonObject = {}
    for (const key of Object.keys(value)) {
      const entry: unknown = (value as Record<string, unknown>)[key]
      // As JSON.stringify does: an undefined property is an absent one.
      if (entry === undefined) continue
      const copied = copy(entry, below(path, key), depth + 1)
      if (copied !== undefined) setOwn(result, key, copied)
    }
    return result
  }

  function refuse(found: string, path: string): undefined {
    report('not-json', path, { found, path })
  }

  return copy(value, path, 0)
}

/** Sets a key as an own property, also where plain assignment would not: `__proto__`. */
export function setOwn(object: JsonObject, key: string, value: Json): void {
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
