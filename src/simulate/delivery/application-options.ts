import { parseUrl } from '../../options/parse-url'
import { type AssertionsOf, callable, flag, may, oneOf } from '../assert-options'
import type { Faults } from './delivery-fault'
import type { Fetch } from './dialled-server'
import { assertSigning, type SigningOptions } from './signing'

/**
 * The settings of the application that is called, for `dial` and `callOut`.
 *
 * @example
 * ```ts
 * const call = await dial(app, { answerMethod: 'POST', eventUrl: '/event', fallbackUrl: '/fallback' })
 * ```
 */
export interface ApplicationOptions {
  /**
   * The public base of the app, without a query and without a final slash. An app in memory receives every webhook, whatever its
   * URL; with an answer URL as target, webhooks below `baseUrl` go to the origin of the answer URL.
   * @defaultValue 'https://app.example.com'; the origin of an answer URL
   */
  baseUrl?: string | undefined
  /**
   * The answer URL of an app in memory, absolute or below `baseUrl`. The default is below the `basePath` of an app of `createVoiceApp`.
   * @defaultValue '/answer'
   */
  answerUrl?: string | undefined
  /**
   * The method of the answer webhook.
   * @defaultValue 'GET'
   */
  answerMethod?: 'GET' | 'POST' | undefined
  /** The event URL of the application, absolute or below `baseUrl`. Absent: events that no action directs elsewhere are not sent. */
  eventUrl?: string | undefined
  /**
   * The method of events that no action directs elsewhere.
   * @defaultValue 'POST'
   */
  eventMethod?: 'GET' | 'POST' | undefined
  /** The fallback URL of the application, absolute or below `baseUrl`. Absent: the application has no fallback. */
  fallbackUrl?: string | undefined
  /**
   * The RTC event URL of the application, absolute or below `baseUrl`: it receives the end of a recording that `POST /v1/legs/{uuid}/recording`
   * started. Absent: nobody is told.
   */
  rtcUrl?: string | undefined
  /**
   * Sends the requests to an answer URL, instead of the global `fetch`: through a proxy, or from a browser through a server. A rejection
   * is a closed connection, with the `code` of the error or of its `cause`.
   */
  fetch?: Fetch | undefined
  /** Signs every webhook. Absent: they are not signed. */
  signature?: SigningOptions | undefined
  /** Chooses the deliveries that fail, and how. Absent: every delivery succeeds. */
  faults?: Faults | undefined
  /**
   * Ends the call for every error of `check`. Otherwise only an NCCO that Vonage is known to refuse ends the call; other findings are
   * notes in the transcript.
   * @defaultValue false
   */
  strict?: boolean | undefined
}

const urlOrPath = may(
  'an http or https URL, or a path that starts with a slash',
  (value) => isHttp(value) || (typeof value === 'string' && value.startsWith('/')),
)

export const applicationAssertions: AssertionsOf<ApplicationOptions> = {
  baseUrl: may('an http or https URL, such as https://app.example.com', isHttp),
  answerUrl: urlOrPath,
  answerMethod: oneOf('GET', 'POST'),
  eventUrl: urlOrPath,
  eventMethod: oneOf('GET', 'POST'),
  fallbackUrl: urlOrPath,
  rtcUrl: urlOrPath,
  fetch: callable,
  signature: assertSigning,
  faults: callable,
  strict: flag,
}

export function isHttp(url: unknown): boolean {
  return typeof url === 'string' && /^https?:\/\//.test(url) && parseUrl(url) !== undefined
}
