const prefix = /^sipheader_./i

/** The custom headers of a SIP call, under their names without `SipHeader_`, found in any case. */
export class SipHeaders implements Iterable<readonly [name: string, value: string]> {
  readonly #values: ReadonlyMap<string, string>

  /** @param fields the fields of a webhook */
  constructor(fields: Readonly<Record<string, unknown>>) {
    this.#values = fieldsOf(fields)
  }

  /** The value of a header, such as `get('X-Account')`; `undefined` if the call has no header of this name. */
  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase())
  }

  /** Whether the call has a header of this name. */
  has(name: string): boolean {
    return this.#values.has(name.toLowerCase())
  }

  /** The headers, with their names in lower case. */
  [Symbol.iterator](): IterableIterator<readonly [name: string, value: string]> {
    return this.#values.entries()
  }
}

/** The text of a header; `undefined` for a value that cannot be one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

const none: ReadonlyMap<string, string> = new Map()

function fieldsOf(fields: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  let values: Map<string, string> | undefined
  for (const name in fields) {
    const value = textOf(fields[name])
    if (value === undefined || !prefix.test(name)) continue
    values ??= new Map()
    values.set(name.slice('SipHeader_'.length).toLowerCase(), value)
  }
  return values ?? none
}
