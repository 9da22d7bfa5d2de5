import type { Headers } from './protocol'

/** The application whose REST requests the platform of the page answers. */
export interface RestApplication {
  readonly id: string
  /** Its public key in PEM; `false` if tokens are not looked at. */
  readonly publicKey: string | false
}

/** A REST request of the app, which the platform of the page answers. */
export interface RestMessage {
  readonly type: 'rest'
  /** The number of the request; the server counts. */
  readonly id: number
  readonly method: string
  /** Absolute. */
  readonly url: string
  readonly headers: Headers
  readonly body: string | null
}

/** The answer to a REST request. */
export interface RestAnsweredMessage {
  readonly type: 'rest-answered'
  readonly id: number
  readonly status: number
  readonly headers: Headers
  /** In base64, because a recording is audio. */
  readonly body: string
}
