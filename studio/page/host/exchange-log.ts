import type { Fetched } from '../../src/protocol'
import type { Exchange } from '../call/exchange'
import { type DeliveryOptions, toParcel, toResponse } from './delivery'
import { FetchFailure, type Host } from './host'

interface LogOptions extends DeliveryOptions {
  /** The clock of the call: its second, and the milliseconds since 1970. */
  readonly now: () => { readonly second: number; readonly time: number }
  readonly onChange: () => void
}

/** Sends the requests of one call, and keeps them with their answers. */
export class ExchangeLog {
  /** Another list whenever one of them has changed. */
  exchanges: readonly Exchange[] = []
  readonly #host: Host
  readonly #options: LogOptions
  #count = 0

  constructor(host: Host, options: LogOptions) {
    this.#host = host
    this.#options = options
  }

  /** Whether an answer is waited for. */
  get isUnderWay(): boolean {
    return this.exchanges.some(({ answer, failure }) => !answer && !failure)
  }

  /** As `fetch` does, through the host. */
  async fetch(
    request: Request,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Response> {
    const { second, time } = this.#options.now()
    const parcel = await toParcel(request, time, this.#options)
    const { method, url, body, headers } = parcel
    const asked: Exchange = { id: ++this.#count, at: second, method, url, body, sent: headers }
    this.#put(asked)
    try {
      const fetched = await this.#host.fetch(parcel, signal)
      this.#put({ ...asked, ...outcome(fetched) })
      return toResponse(fetched)
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error
      const { code, message, sent, milliseconds, generation } = error.outcome
      this.#put({ ...asked, sent, failure: { code, message }, milliseconds, generation })
      throw error
    }
  }

  #put(exchange: Exchange): void {
    const place = exchange.id - 1
    this.exchanges = [
      ...this.exchanges.slice(0, place),
      exchange,
      ...this.exchanges.slice(place + 1),
    ]
    this.#options.onChange()
  }
}

function outcome({ status, headers, body, sent, milliseconds, ...more }: Fetched) {
  const { generation, places, failures } = more
  return {
    answer: { status, headers, body },
    sent,
    milliseconds,
    generation,
    ...(places && { places }),
    ...(failures && { failures }),
  }
}
