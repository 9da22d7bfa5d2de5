import { kindOf } from '../issues/kind'
import { below, type Path, pointer, type Report } from '../issues/report'
import { isElement } from './element'
import { isScalar, type Json, type JsonObject, setOwn } from './json'
import { isLink } from './link'
import { isPlain } from './plain'
import { ignoreRejections } from './promise'

// Far more than any NCCO needs, far less than fills the stack.
const deepest = 500
const mostValues = 1_000_000

// Up to this number of objects, one that is met again is copied again: to remember an object costs as much as to copy several.
const fewObjects = 100
const tooDeep = `nesting deeper than ${deepest} levels`
const tooManyValues = `more than ${mostValues} values`

/**
 * Copies a value of the author's as plain JSON, reading every property once, and reports what JSON cannot
 * hold, which is left out of the copy. Never throws, whatever it is given.
 */
export function toJson(value: unknown, path: Path, report: Report): Json | undefined {
  return new Copier(report).copy(value, path)
}

/** The numbers of values and of levels inside a value. */
interface Size {
  readonly values: number
  readonly levels: number
}

const empty: Size = { values: 0, levels: 0 }

class Copier {
  readonly #report: Report
  /** The copy of each object inside the value, `undefined` if it was refused. */
  #copies: Map<object, Json | undefined> | undefined
  /** The sizes of copies that are used again, and of what is inside them. */
  #sizes: Map<object, Size> | undefined
  /** The objects around the value that is copied. */
  readonly #open: object[] = []
  readonly #said: string[] = []
  #values = 0
  #objects = 0

  constructor(report: Report) {
    this.#report = report
  }

  copy(value: unknown, path: Path): Json | undefined {
    if (++this.#values > mostValues) return this.#refuseOnce(tooManyValues, path)
    if (isScalar(value)) return value
    if (typeof value === 'object' && value !== null) return this.#copyOnce(value, path)
    return this.#refuse(kindOf(value), path)
  }

  /** Copies what stands at a key. Most values hold nothing, and their place is not made. */
  #copyInside(value: unknown, path: Path, key: string | number): Json | undefined {
    if (!isScalar(value) || this.#values >= mostValues) return this.copy(value, below(path, key))
    this.#values++
    return value
  }

  // An object that is used twice is copied once, but counts twice, because JSON holds it twice.
  #copyOnce(value: object, path: Path): Json | undefined {
    if (this.#copies?.has(value)) return this.#reuse(this.#copies.get(value), path)
    if (this.#open.includes(value)) return this.#refuse('an object that contains itself', path)
    if (this.#open.length > deepest) return this.#refuseOnce(tooDeep, path)
    this.#open.push(value)
    let result: Json | undefined
    try {
      if (Array.isArray(value)) result = this.#copyArray(value, path)
      else if (isElement(value)) this.#refuse('an element', path)
      else if (isLink(value)) this.#report('link-not-served', path, { path: value.path })
      else result = this.#copyObject(value, path)
    } catch {
      this.#refuse('an object that throws when it is read', path)
    }
    this.#open.pop()
    // The value itself can only be met again inside itself, where it is refused. To copy few objects again is faster than to remember them.
    if (this.#open.length > 0 && ++this.#objects > fewObjects) {
      this.#copies ??= new Map()
      this.#copies.set(value, result)
    }
    return result
  }

  /** Takes a copy again, as far as the limits allow for what it adds. */
  #reuse(json: Json | undefined, path: Path): Json | undefined {
    const { values, levels } = this.#sizeOf(json)
    if (this.#values + values > mostValues) return this.#refuseOnce(tooManyValues, path)
    if (this.#open.length + levels > deepest) return this.#refuseOnce(tooDeep, path)
    this.#values += values
    return json
  }

  #sizeOf(json: Json | undefined): Size {
    if (typeof json !== 'object' || json === null) return empty
    const known = this.#sizes?.get(json)
    if (known) return known
    let values = 0
    let levels = 0
    for (const inner of Object.values(json)) {
      const size = this.#sizeOf(inner)
      values += 1 + size.values
      if (typeof inner === 'object' && inner !== null) levels = Math.max(levels, 1 + size.levels)
    }
    const size = { values, levels }
    this.#sizes ??= new Map()
    this.#sizes.set(json, size)
    return size
  }

  #copyArray(value: readonly unknown[], path: Path): Json {
    const result: Json[] = []
    for (let index = 0; index < value.length && this.#values <= mostValues; index++) {
      if (!(index in value)) {
        this.#refuse('an array with holes', path)
        break
      }
      result.push(this.#copyInside(value[index], path, index) ?? null)
    }
    return result
  }

  #copyObject(value: object, path: Path): Json | undefined {
    if (!isPlain(value)) {
      ignoreRejections(value)
      return this.#refuse('an instance of a class', path)
    }
    const result: JsonObject = {}
    for (const key of Object.keys(value)) {
      const entry: unknown = (value as Record<string, unknown>)[key]
      // As JSON.stringify does: an undefined property is an absent one.
      if (entry === undefined) continue
      const copied = this.#copyInside(entry, path, key)
      if (copied !== undefined) setOwn(result, key, copied)
    }
    return result
  }

  /** Refuses what may be met any number of times, because a getter can make new objects without end. */
  #refuseOnce(found: string, path: Path): undefined {
    if (this.#said.includes(found)) return
    this.#refuse(found, path)
    this.#said.push(found)
  }

  #refuse(found: string, path: Path): undefined {
    this.#report('not-json', path, { found, path: pointer(path) })
  }
}
