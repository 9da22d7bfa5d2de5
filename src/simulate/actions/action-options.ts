import { isJsonObject, type JsonObject } from '../../element/json'

// Readers of the options of an action. An option of a wrong type counts as absent.

export function numberOf(options: JsonObject, key: string): number | undefined {
  const value = options[key]
  return typeof value === 'number' ? value : undefined
}

export function textOf(options: JsonObject, key: string): string | undefined {
  const value = options[key]
  return typeof value === 'string' ? value : undefined
}

export function objectOf(options: JsonObject, key: string): JsonObject | undefined {
  const value = options[key]
  return isJsonObject(value) ? value : undefined
}

export function textsOf(options: JsonObject, key: string): string[] | undefined {
  const value = options[key]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined
}
