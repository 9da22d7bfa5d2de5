import type { Fetched } from '../../src/protocol'
import type { Host, Outgoing } from './host'

/** What goes along with every request to the app. */
export interface DeliveryOptions {
  /** More headers. */
  readonly extra?: Readonly<Record<string, string>> | undefined
  /** The name of the variable with the secret that signs. */
  readonly signature?: string | undefined
}

/**
 * Reads a request.
 *
 * @param time on the clock of the call, in milliseconds since 1970
 */
export async function toParcel(
  request: Request,
  time: number,
  { extra = {}, signature }: DeliveryOptions,
): Promise<Outgoing> {
  for (const [name, value] of Object.entries(extra)) request.headers.set(name, value)
  const { method, url } = request
  const body = method === 'GET' ? null : await request.text()
  const headers = [...request.headers]
  return { method, url, headers, body, time, ...(signature !== undefined && { signature }) }
}

// Statuses that a Response cannot have a body with.
const bodiless = new Set([204, 205, 304])

// The body has been decoded, and its length is another one.
const ofTransfer = /^(content-(encoding|length)|transfer-encoding)$/i

export function toResponse({ status, headers, body }: Fetched): Response {
  const kept = headers.filter(([name]) => !ofTransfer.test(name))
  return new Response(bodiless.has(status) ? null : body, {
    status,
    headers: kept.map(([name, value]): [string, string] => [name, value]),
  })
}

/** Delivers requests of calls that nobody looks at, all at the same time of the clock. */
export function deliverAt(time: number, host: Host, options: DeliveryOptions) {
  return async (request: Request, { signal }: { readonly signal?: AbortSignal } = {}) => {
    const parcel = await toParcel(request, time, options)
    return toResponse(await host.fetch(parcel, signal))
  }
}
