import type { EndpointType } from '../../vocabulary/connect'
import { shownUrl } from '../delivery/request'

/** The far end of a leg, as an endpoint of the NCCO. */
export interface Endpoint {
  /** `phone`, `app`, `websocket`, `sip` or `vbc`. */
  readonly type: string
  /** The number, user, URI or extension, and the other options of the NCCO. */
  readonly [option: string]: unknown
}

/** The option that holds the address of each type of endpoint. */
const addressOptions: Readonly<Record<EndpointType, string>> = {
  phone: 'number',
  app: 'user',
  websocket: 'uri',
  sip: 'uri',
  vbc: 'extension',
}

/** Makes an endpoint of an address. */
export function toEndpoint(type: EndpointType, address: string): Endpoint {
  return { type, [addressOptions[type]]: address }
}

/** The number, user, URI or extension of an endpoint. */
export function addressOf(endpoint: Endpoint): string {
  const { type } = endpoint
  const option = Object.hasOwn(addressOptions, String(type))
    ? addressOptions[type as EndpointType]
    : 'number'
  const address = endpoint[option] ?? (type === 'sip' ? partsOf(endpoint) : undefined)
  return String(address ?? 'nobody')
}

/** A SIP endpoint names either its URI or its domain, with or without a user. */
function partsOf(endpoint: Endpoint): unknown {
  const { user, domain } = endpoint
  return user === undefined ? domain : `${user}@${domain ?? 'nowhere'}`
}

/** The name of an endpoint in the timeline: its address, without the query of a URI, which may hold secrets. */
export function nameOf(endpoint: Endpoint): string {
  return shownUrl(addressOf(endpoint))
}
