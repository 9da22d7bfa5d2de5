const prefix = 'sipheader_'

/** The custom headers of a SIP call, under their names without `SipHeader_`, found in any case. */
export class SipHeaders implements Iterable<readonly [name: string, value: string]> {
  readonly #values = new Map<string, string>()

  /** @param fields the fields of a webhook */
  constructor(fields: Readonly<Record<string, unknown>>) {
    for (const name in fields) {
      const value = fields[name]
      if (typeof value !== 'string' || name.length <= prefix.length) continue
      const key = name.toLowerCase()
      if (key.startsWith(prefix)) this.#values.set(key.slice(prefix.length), value)
    }
  }

  /** The value of a header, such as `get('X-Account')`; `undefined` if the call has none of this name. */
  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase())
  }

  /** Whether the call has a header of this name. */
  has(name: string): boolean {
    return this.#values.has(name.toLowerCase())
  }

  /** The headers, with their names in lower case. */
  [Symbol.iterator](): IterableIterator<[name: string, value: string]> {
    return this.#values.entries()
  }
}
