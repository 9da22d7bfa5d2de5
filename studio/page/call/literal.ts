/** The widest literal on one line. */
const widest = 80

/** Plain data as a literal of TypeScript. */
export function literal(value: unknown, indent = 0): string {
  const flat = inline(value)
  if (flat.length + indent <= widest || typeof value !== 'object' || value === null) return flat
  const pad = ' '.repeat(indent + 2)
  const end = ' '.repeat(indent)
  if (Array.isArray(value)) {
    const entries = value.map((entry) => `${pad}${literal(entry, indent + 2)},\n`)
    return `[\n${entries.join('')}${end}]`
  }
  const entries = Object.entries(value).map(
    ([key, entry]) => `${pad}${keyOf(key)}: ${literal(entry, indent + 2)},\n`,
  )
  return `{\n${entries.join('')}${end}}`
}

function inline(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).map(([key, entry]) => `${keyOf(key)}: ${inline(entry)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

function quoted(text: string): string {
  const json = JSON.stringify(text)
  if (text.includes("'")) return json
  return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`
}

function keyOf(key: string): string {
  return /^[a-z_$][\w$]*$/i.test(key) ? key : quoted(key)
}
