import type { Incoming } from './incoming'
import type { Route } from './routes'

/** A request that came to a path of the app. */
export interface Arrival {
  readonly incoming: Incoming
  readonly url: URL
  readonly route: Route
}
