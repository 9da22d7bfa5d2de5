/** A text that is probably one of these; editors complete them, and the platform may add others. */
export type OpenText<Known extends string> = Known | (string & {})

/** The result of a reader for a value that it does not take. */
class Wrong {
  /** @param fields the fields at fault inside the value; empty if the whole value is */
  constructor(readonly fields: readonly string[]) {}

  /** The fields at fault, by their names from outside. */
  below(name: string | number): string[] {
    return this.fields.length === 0
      ? [String(name)]
      : this.fields.map((field) => `${name}.${field}`)
  }
}

const wrong = new Wrong([])

/** Reads one value: as JSON holds it, or as text, which is all that a query holds. */
export type Reader<T> = (value: unknown) => T | Wrong

/** A field with its reader. */
export interface Field<T> {
  readonly read: Reader<T>
  readonly isRequired: boolean
}

/** The names of a webhook's fields, without the `SipHeader_…` index signature. */
type Names<W> = Exclude<keyof W, `SipHeader_${string}`>

/** Exactly one field for each name of the interface `W`, of its type. */
export type FieldTable<W> = {
  readonly [K in Names<W>]-?: undefined extends W[K]
    ? Field<Exclude<W[K], undefined>> & { readonly isRequired: false }
    : Field<W[K]> & { readonly isRequired: true }
}

export function required<T>(read: Reader<T>): Field<T> & { readonly isRequired: true } {
  return { read, isRequired: true }
}

export function optional<T>(read: Reader<T>): Field<T> & { readonly isRequired: false } {
  return { read, isRequired: false }
}

/** A text. Some fields are numbers in some captures and texts in others; both mean the same. */
export function text<T extends string = string>(): Reader<T> {
  return (value) => {
    if (typeof value === 'string') return value as T
    return typeof value === 'number' ? (String(value) as T) : wrong
  }
}

/** A text that flows rely on, such as an id: an empty text counts as missing. */
export function filledText(): Reader<string> {
  return (value) => (value === '' ? wrong : text()(value))
}

export function oneText<const T extends string>(only: T): Reader<T> {
  return (value) => (value === only ? only : wrong)
}

export function number(): Reader<number> {
  return (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof number === 'number' && Number.isFinite(number) ? number : wrong
  }
}

export function flag(): Reader<boolean> {
  return (value) => (typeof value === 'boolean' ? value : wrong)
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : read(value))
}

/** Anything; a text that holds an object or an array as JSON is parsed. */
export function anything(): Reader<unknown> {
  return (value) => {
    const parsed = parsedText(value)
    return typeof parsed === 'object' ? parsed : value
  }
}

export function object(): Reader<Readonly<Record<string, unknown>>> {
  return (value) => {
    const parsed = parsedText(value)
    return isObject(parsed) ? parsed : wrong
  }
}

export function objectOf<W extends object>(table: FieldTable<W>): Reader<W> {
  return (value) => {
    const parsed = parsedText(value)
    if (!isObject(parsed)) return wrong
    const result = readFields(parsed, table)
    return 'webhook' in result ? result.webhook : new Wrong(result.wrongFields)
  }
}

export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return wrong
    const entries = value.map(read)
    const faults = entries.flatMap((entry, at) => (entry instanceof Wrong ? entry.below(at) : []))
    return faults.length > 0 ? new Wrong(faults) : (entries as T[])
  }
}

/** The fields of a webhook, or the names of those that are missing or of another type. */
export function readFields<W extends object>(
  fields: Readonly<Record<string, unknown>>,
  table: FieldTable<W>,
): { readonly webhook: W } | { readonly wrongFields: readonly string[] } {
  const rows: Readonly<Record<string, Field<unknown>>> = table
  const webhook: Record<string, unknown> = {}
  const wrongFields: string[] = []
  for (const name in rows) {
    const { read, isRequired } = rows[name] as Field<unknown>
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    // Instead of leaving a field out, the platform may send an empty text or null.
    if (!isRequired && (value === undefined || value === '')) continue
    const result = value === undefined ? wrong : read(value)
    if (!(result instanceof Wrong)) webhook[name] = result
    else if (isRequired || value !== null) wrongFields.push(...result.below(name))
  }
  return wrongFields.length > 0 ? { wrongFields } : { webhook: webhook as W }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** In a query, what is nested is JSON text. */
export function parsedText(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
