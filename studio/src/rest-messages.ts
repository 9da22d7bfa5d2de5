import type { Headers, PlainRequest } from './plain-request'

/** The application whose REST requests the platform of the page answers. */
export interface RestApplication {
  readonly id: string
  /** Its public key in PEM; `false` if tokens are not looked at. */
  readonly publicKey: string | false
}

/** A REST request of the app, which the platform of the page answers. */
export interface RestMessage extends PlainRequest {
  readonly type: 'rest'
  /** The number of the request; the server counts. */
  readonly id: number
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

/** The header that tells what made a request of an app in a process of the studio. */
export const causeHeader = 'ncco-jsx-cause'

export const requestCauses = ['webhook', 'route', 'itself'] as const

/**
 * What made a request: `webhook`, one of the call; `route`, a request of somebody else to the app; `itself`, nothing from outside, such as
 * a timer that was set while the app was loaded.
 */
export type RequestCause = (typeof requestCauses)[number]
