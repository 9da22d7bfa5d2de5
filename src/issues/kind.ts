/** Describes the kind of a value for a message; never the value itself. */
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
