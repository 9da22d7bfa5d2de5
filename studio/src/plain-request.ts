/** Names and values of headers, in order; a name may stand twice. */
export type Headers = readonly (readonly [name: string, value: string])[]

/** A request over HTTP, as plain data. */
export interface PlainRequest {
  readonly method: string
  /** Absolute. */
  readonly url: string
  readonly headers: Headers
  readonly body: string | null
}
