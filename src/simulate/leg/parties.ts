import { addressOf, type Endpoint, toEndpoint } from './endpoint'
import type { SimulatedLeg } from './simulated-leg'

/** The far ends of a leg as the platform describes them: without the headers and the credentials of an endpoint. */
export interface Parties {
  readonly to: Endpoint
  readonly from: Endpoint
}

export function partiesOf(leg: SimulatedLeg): Parties {
  const { direction, to } = leg.description
  return {
    to: direction === 'inbound' ? { type: 'phone', number: to } : addressed(leg.endpoint),
    from: callerOf(leg),
  }
}

function callerOf({ endpoint, description: { direction, from } }: SimulatedLeg): Endpoint {
  const isCaller = direction === 'inbound'
  // Clients want a caller of every call.
  if (from === undefined && (!isCaller || endpoint.type === 'phone')) return withheld
  return isCaller ? addressed(endpoint) : { type: 'phone', number: from }
}

const withheld: Endpoint = { type: 'phone', number: 'unknown' }

function addressed(endpoint: Endpoint): Endpoint {
  return toEndpoint(endpoint.type as Parameters<typeof toEndpoint>[0], addressOf(endpoint))
}
