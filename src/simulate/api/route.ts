import type { Application } from '../delivery/application'
import type { ApiAnswer } from './answer'
import type { Parameters } from './parameters'
import type { RestSide } from './rest-side'

/** A request with a valid token. */
export interface ApiRequest {
  readonly side: RestSide
  readonly application: Application
  readonly method: string
  readonly url: URL
  /** The id in its path; empty for a path without an id. */
  readonly id: string
  /** The fields of its JSON body; none if its route takes no body. */
  readonly body: Parameters
}

/** A path of the REST side, and what it answers. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Its first group is the id. */
  readonly path: RegExp
  /** Whether it has a JSON body. */
  readonly hasBody: boolean
  /** Whether it makes a call, which has a rate of its own. */
  readonly makesCall?: boolean
  /** Answers at once; it does not wait for webhooks. */
  answer(request: ApiRequest): ApiAnswer
}
