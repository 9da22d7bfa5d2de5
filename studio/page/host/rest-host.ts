import type { RestApplication } from '../../src/rest-messages'

/** Answers a REST request of the app. */
export type RestHandler = (request: Request) => Promise<Response>

/** Where the REST requests of the app arrive. */
export interface RestHost {
  /** The base URL of the REST side. */
  readonly url: string
  readonly application: RestApplication
  /** Answers the requests from now on. */
  serve(handler: RestHandler): void
}
