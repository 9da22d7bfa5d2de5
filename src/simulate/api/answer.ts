/** An answer of the REST side, for platforms without `Response` too. */
export interface ApiAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** `null` for an empty body. */
  readonly body: string | ReadableStream<Uint8Array<ArrayBuffer>> | null
}

/** @param status 200 or 201 */
export function jsonAnswer(body: object, status = 200): ApiAnswer {
  // No other type: a client of Vonage's parses nothing else.
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

/** Done, with nothing to tell. */
export const noContent: ApiAnswer = { status: 204, headers: {}, body: null }
