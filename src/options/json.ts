import { isElement } from '../element/element'
import { abandon } from '../element/promise'
import { below, type Report } from '../issues/report'
import { isLink } from './link'

export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [key: string]: Json
}

/** What a value is, for a message; never the value itself. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'undefined'
  if (isArray(value)) return 'an array'
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
}

/** Whether a value is an array; also for a proxy that was revoked, which throws at every look. */
export function isArray(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value)
  } catch {
    return false
  }
}

// Far beyond what any NCCO needs, far below what fills the stack.
const deepest = 500
const mostValues = 1_000_000

/**
 * Copies a value of the author's as plain JSON, reading every property once, and reports what JSON cannot
 * hold, which is left out of the copy. Never throws, whatever it is given.
 */
export function toJson(value: unknown, path: string, report: Report): Json | undefined {
  const copies = new Map<object, Json | undefined>()
  const open = new Set<object>()
  let values = 0
  const said = new Set<string>()

  function copy(value: unknown, path: string, depth: number): Json | undefined {
    if (++values > mostValues) return once(`more than ${mostValues} values`, path)
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (typeof value === 'object') return copyOnce(value, path, depth)
    refuse(kindOf(value), path)
    return undefined
  }

  // An object that is used twice is copied once, which keeps shared structures from growing.
  function copyOnce(value: object, path: string, depth: number): Json | undefined {
    if (copies.has(value)) {
      if (open.has(value)) refuse('an object that contains itself', path)
      return copies.get(value)
    }
    if (depth > deepest) return once(`nesting deeper than ${deepest} levels`, path)
    copies.set(value, undefined)
    open.add(value)
    let result: Json | undefined
    try {
      if (Array.isArray(value)) result = copyArray(value, path, depth)
      else if (isElement(value)) refuse('an element', path)
      else if (isLink(value)) refuse('a link to a hook, which only its app can write', path)
      else result = copyObject(value, path, depth)
    } catch {
      refuse('an object that throws when it is read', path)
    }
    open.delete(value)
    copies.set(value, result)
    return result
  }

  function copyArray(value: readonly unknown[], path: string, depth: number): Json {
    const result: Json[] = []
    for (let index = 0; index < value.length && values <= mostValues; index++) {
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
      abandon(value)
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

  /** Refuses what may be met any number of times, because a getter can make new objects without end. */
  function once(found: string, path: string): undefined {
    if (!said.has(found)) refuse(found, path)
    said.add(found)
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
