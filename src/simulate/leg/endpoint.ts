import type { EndpointType } from '../../vocabulary/connect'

/** Whom a leg leads to, as an endpoint of the NCCO names it. */
export interface Endpoint {
  /** `phone`, `app`, `websocket`, `sip` or `vbc`. */
  readonly type: string
  /** The number, user, URI or extension that was called, and what else the NCCO says of it. */
  readonly [option: string]: unknown
}

/** The option that says whom each type of endpoint leads to. */
const addressOptions: Readonly<Record<EndpointType, string>> = {
  phone: 'number',
  app: 'user',
  websocket: 'uri',
  sip: 'uri',
  vbc: 'extension',
}

/** The endpoint of a type that leads to an address. */
export function toEndpoint(type: EndpointType, address: string): Endpoint {
  return { type, [addressOptions[type]]: address }
}

/** Whom an endpoint leads to. */
export function addressOf(endpoint: Endpoint): string {
  const { type, user, domain } = endpoint
  const address = endpoint[addressOptions[type as EndpointType]]
  // A SIP endpoint names either its URI or its parts.
  return String(address ?? `${user}@${domain}`)
}

/** Who an endpoint is in the timeline: its address, without what a URI may hold of secrets. */
export function nameOf(endpoint: Endpoint): string {
  return addressOf(endpoint).replace(/[?#].*$/, '')
}
