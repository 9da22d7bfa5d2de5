import type { Json } from './json'

// Up to this number of entries, writing them here is faster than `JSON.stringify`.
const fewEntries = 20

// For a shorter text, a loop over its characters is faster than the pattern.
const shortest = 16

// Characters that JSON escapes, and surrogates, which it escapes if they are not in a pair.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern finds control characters, which JSON must escape.
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

/** The text of a value of JSON, as `JSON.stringify` writes it. */
export function toJsonText(value: Json): string {
  if (typeof value === 'string') return isPlain(value) ? `"${value}"` : JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  return Array.isArray(value) ? toArrayText(value) : toObjectText(value)
}

/** The spellings of a key in JSON text, with a comma before it. */
export interface MemberLabel {
  /** The key, with the colon after it. */
  readonly label: string
  /** The same, up to the quote that begins a text. */
  readonly opening: string
}

export function memberLabel(key: string): MemberLabel {
  const label = `,${JSON.stringify(key)}:`
  return { label, opening: `${label}"` }
}

/** The text of a member of an object. Put together in few steps, because each makes a text. */
export function toMemberText({ label, opening }: MemberLabel, value: Json): string {
  return typeof value === 'string' && isPlain(value)
    ? `${opening}${value}"`
    : label + toJsonText(value)
}

/** Whether no character of a text is escaped. */
function isPlain(text: string): boolean {
  if (text.length > shortest) return !escaped.test(text)
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff))
      return false
  }
  return true
}

function toArrayText(values: readonly Json[]): string {
  if (values.length > fewEntries) return JSON.stringify(values)
  let text = '['
  for (let index = 0; index < values.length; index++) {
    if (index > 0) text += ','
    text += toJsonText(values[index] ?? null)
  }
  return `${text}]`
}

function toObjectText(object: Readonly<Record<string, Json>>): string {
  const keys = Object.keys(object)
  if (keys.length > fewEntries) return JSON.stringify(object)
  let text = '{'
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] ?? ''
    const value = object[key] ?? null
    if (index > 0) text += ','
    text +=
      typeof value === 'string' && isPlain(key) && isPlain(value)
        ? `"${key}":"${value}"`
        : `${toJsonText(key)}:${toJsonText(value)}`
  }
  return `${text}}`
}
