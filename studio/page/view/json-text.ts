/** The widest line, in characters, that a list or an object shares. */
const widest = 56

/** JSON for reading: what fits on a line stays there. */
export function jsonText(value: unknown, indent = 0, before = 0): string {
  const flat = inline(value)
  const isShort = indent + before + flat.length <= widest
  if (typeof value !== 'object' || value === null || isShort) return flat
  const pad = ' '.repeat(indent + 2)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const entries = Array.isArray(value)
    ? value.map((entry) => pad + jsonText(entry, indent + 2))
    : Object.entries(value).map(([key, entry]) => {
        const name = `${JSON.stringify(key)}: `
        return pad + name + jsonText(entry, indent + 2, name.length)
      })
  return `${open}\n${entries.join(',\n')}\n${' '.repeat(indent)}${close}`
}

function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  const entries = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}: ${inline(entry)}`,
  )
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}
