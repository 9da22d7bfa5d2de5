import type { Json } from './json'

// So many entries are written sooner here than handed to `JSON.stringify`.
const fewEntries = 20

// Shorter texts are looked through sooner than matched.
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
  let text = ''
  for (const value of values) text += text === '' ? toJsonText(value) : `,${toJsonText(value)}`
  return `[${text}]`
}

function toObjectText(object: Readonly<Record<string, Json>>): string {
  const keys = Object.keys(object)
  if (keys.length > fewEntries) return JSON.stringify(object)
  let text = ''
  for (const key of keys) {
    const member = `${toJsonText(key)}:${toJsonText(object[key] ?? null)}`
    text += text === '' ? member : `,${member}`
  }
  return `{${text}}`
}
