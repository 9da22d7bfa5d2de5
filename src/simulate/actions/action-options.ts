import { isJsonObject, type JsonObject } from '../../element/json'

// Readers of the options of an action. Vonage is known to accept numbers and flags in quotes, so they do too. A value of another wrong
// type counts as absent.

export function numberOf(options: JsonObject, key: string): number | undefined {
  const value = options[key]
  if (typeof value === 'number') return value
  const isQuoted = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
  return isQuoted ? Number(value) : undefined
}

export function flagOf(options: JsonObject, key: string): boolean | undefined {
  const value = options[key]
  if (typeof value === 'boolean') return value
  if (value === 'true') return true
  return value === 'false' ? false : undefined
}

export function textOf(options: JsonObject, key: string): string | undefined {
  const value = options[key]
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

export function objectOf(options: JsonObject, key: string): JsonObject | undefined {
  const value = options[key]
  return isJsonObject(value) ? value : undefined
}

export function textsOf(options: JsonObject, key: string): string[] | undefined {
  const value = options[key]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined
}
