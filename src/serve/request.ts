import type { Trail } from '../dialog/trail'
import type { Incoming } from './incoming'
import type { Webhook } from './props'
import type { Route } from './routes'
import type { Payload } from './signature'
import type { Fields } from './webhooks/recognise'

/** A request at a path of the app. Nothing of it is trusted yet. */
export interface RoutedRequest {
  readonly phase: 'routed'
  readonly incoming: Incoming
  readonly url: URL
  readonly route: Route
}

/** The payload of a request, as it arrived. */
export interface Content {
  /** The bytes or the query that a signature covers. */
  readonly payload: Payload
  /** The query without the seal. For a GET it includes the webhook's fields. */
  readonly query: Readonly<Record<string, string>>
  /** The seal of a link; `undefined` if the URL has none. */
  readonly sealed: string | undefined
  /** Parses the payload, which happens only after the signature was verified. */
  readonly parse: () => Fields
}

/** A request whose payload has arrived. It is not trusted yet. */
export interface ReceivedRequest extends Omit<RoutedRequest, 'phase'> {
  readonly phase: 'received'
  readonly content: Content
}

/** An answer to a question of a dialog, as the link of the question tells it. */
export interface Turn {
  /** The webhook that the flow began with. Its component is rendered again. */
  readonly root: Webhook
  readonly trail: Trail
}

/** A request that carries a webhook of Vonage, of a kind that its path takes. */
export interface AcceptedRequest extends Omit<ReceivedRequest, 'phase'> {
  readonly phase: 'accepted'
  readonly webhook: Webhook
  /** The turn of a dialog, if the webhook answers a question. */
  readonly turn: Turn | undefined
}

/** A request in any of its phases, which follow each other in this order. */
export type PhasedRequest = RoutedRequest | ReceivedRequest | AcceptedRequest
