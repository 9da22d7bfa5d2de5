import { isJsonObject, type Json, type JsonObject } from '../../element/json'
import { parseUrl } from '../../options/parse-url'
import type { InvalidParameter } from './problems'

// As Vonage words it.
const wrongType = 'Invalid type parameter provided'

/** Reads the fields of a body, and collects what is wrong with them. Fields that it is not asked for are ignored. */
export class Parameters {
  readonly #fields: JsonObject
  readonly #prefix: string
  readonly invalid: InvalidParameter[]

  /** @param prefix precedes the name of each field in what is wrong with it */
  constructor(fields: JsonObject, prefix = '', invalid: InvalidParameter[] = []) {
    this.#fields = fields
    this.#prefix = prefix
    this.invalid = invalid
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined && this.#fields[name] !== null
  }

  value(name: string): Json | undefined {
    return this.has(name) ? this.#fields[name] : undefined
  }

  refuse(name: string, reason: string): undefined {
    this.invalid.push({ reason, name: this.#prefix + name })
    return undefined
  }

  /** Reports a field that is missing. */
  require(name: string): boolean {
    if (this.has(name)) return true
    this.refuse(name, 'Missing parameter')
    return false
  }

  text(name: string): string | undefined {
    const value = this.value(name)
    return value === undefined || typeof value === 'string' ? value : this.refuse(name, wrongType)
  }

  /** A text of a form that `expected` describes. */
  formed(name: string, form: RegExp, expected: string): string | undefined {
    const value = this.text(name)
    if (value === undefined || form.test(value)) return value
    return this.refuse(name, expected)
  }

  /** One of a few words. */
  word<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.text(name)
    if (value === undefined || words.includes(value as Word)) return value as Word | undefined
    return this.refuse(name, `Must be one of ${words.join(', ')}`)
  }

  /** A number, also in quotes, as some clients send it. */
  number(name: string, least: number, most: number): number | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    if (typeof number !== 'number' || !Number.isFinite(number)) return this.refuse(name, wrongType)
    if (number >= least && number <= most) return number
    return this.refuse(name, `Must be from ${least} to ${most}`)
  }

  whole(name: string, least: number, most: number): number | undefined {
    const number = this.number(name, least, most)
    if (number === undefined || Number.isInteger(number)) return number
    return this.refuse(name, wrongType)
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name)
    if (value === undefined || typeof value === 'boolean') return value
    if (value === 'true' || value === 'false') return value === 'true'
    return this.refuse(name, wrongType)
  }

  /** The URL in an array of one. */
  url(name: string): string | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    if (!Array.isArray(value)) return this.refuse(name, wrongType)
    const [url] = value
    const isUrl =
      typeof url === 'string' && /^https?:\/\//i.test(url) && parseUrl(url) !== undefined
    if (value.length === 1 && isUrl) return url
    return this.refuse(name, 'Must be an array of one http or https URL')
  }

  /** An NCCO, which is judged when it runs. */
  ncco(name: string): JsonObject[] | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    if (Array.isArray(value) && value.every(isJsonObject)) return value as JsonObject[]
    return this.refuse(name, wrongType)
  }

  /** The fields of an object. */
  object(name: string): Parameters | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    if (isJsonObject(value)) return new Parameters(value, `${this.#prefix}${name}.`, this.invalid)
    return this.refuse(name, wrongType)
  }

  /** The fields of the first object of an array that holds one. */
  first(name: string): Parameters | undefined {
    const value = this.value(name)
    if (value === undefined) return undefined
    const [entry] = Array.isArray(value) ? value : []
    if (isJsonObject(entry))
      return new Parameters(entry, `${this.#prefix}${name}[0].`, this.invalid)
    return this.refuse(name, wrongType)
  }

  /** All fields, as they are. */
  get fields(): JsonObject {
    return this.#fields
  }
}
