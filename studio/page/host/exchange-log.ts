import type { Fetched } from '../../src/protocol'
import type { Exchange } from '../call/exchange'
import { type Connection, FetchFailure } from './connection'

/** Sends the requests of one call, and keeps them with their answers. */
export class ExchangeLog {
  /** Another list whenever one of them has changed. */
  exchanges: readonly Exchange[] = []
  readonly #connection: Connection
  #count = 0
  readonly #now: () => { readonly second: number; readonly time: number }
  readonly #onChange: () => void
  readonly #extra: Readonly<Record<string, string>>
  readonly #signature: string | undefined

  /**
   * @param now the clock of the call: its second, and the milliseconds since 1970
   * @param extra more headers of every request
   * @param signature the name of the variable with the secret that signs
   */
  constructor(
    connection: Connection,
    {
      now,
      onChange,
      extra = {},
      signature,
    }: {
      now: () => { readonly second: number; readonly time: number }
      onChange: () => void
      extra?: Readonly<Record<string, string>> | undefined
      signature?: string | undefined
    },
  ) {
    this.#connection = connection
    this.#now = now
    this.#onChange = onChange
    this.#extra = extra
    this.#signature = signature
  }

  /** As `fetch` does, through the studio. */
  async fetch(
    request: Request,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Response> {
    for (const [name, value] of Object.entries(this.#extra)) request.headers.set(name, value)
    const { method, url } = request
    const { second, time } = this.#now()
    const text = await request.text()
    const body = method === 'GET' ? null : text
    const id = ++this.#count
    const headers = [...request.headers]
    this.#put({ id, at: second, method, url, body, sent: headers })
    try {
      const signed = this.#signature === undefined ? {} : { signature: this.#signature }
      const message = { method, url, headers, body, time, ...signed }
      const fetched = await this.#connection.fetch(message, signal)
      this.#put({ id, at: second, method, url, body, ...outcome(fetched) })
      return toResponse(fetched)
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error
      const { code, message, sent, milliseconds, generation } = error.outcome
      const failure = { code, message }
      this.#put({ id, at: second, method, url, body, sent, failure, milliseconds, generation })
      throw error
    }
  }

  #put(exchange: Exchange): void {
    const others = this.exchanges.filter(({ id }) => id !== exchange.id)
    this.exchanges = [...others, exchange].sort((one, other) => one.id - other.id)
    this.#onChange()
  }
}

function outcome({ status, headers, body, sent, milliseconds, generation, places }: Fetched) {
  return {
    answer: { status, headers, body },
    sent,
    milliseconds,
    generation,
    ...(places && { places }),
  }
}

// Statuses that a Response cannot have a body with.
const bodiless = new Set([101, 204, 205, 304])

function toResponse({ status, headers, body }: Fetched): Response {
  const sent = headers.filter(
    ([name]) => !/^(content-(encoding|length)|transfer-encoding)$/i.test(name),
  )
  return new Response(bodiless.has(status) ? null : body, {
    status,
    headers: sent.map(([name, value]) => [name, value] as [string, string]),
  })
}
