import type { WebhookKind } from '../../serve/webhooks'
import type { WebhookAnswer } from './answer'
import type { Target } from './target'

/** Which webhook it is. `rtc` is an RTC event: what a recording that was started by REST comes to. */
export type DeliveryKind = WebhookKind | 'rtc'

/** A webhook that is to be sent. */
export interface PendingWebhook extends Target {
  readonly kind: DeliveryKind
  readonly status?: string
  readonly fields: object
  /** The remedy for an NCCO in an answer that is ignored. */
  readonly ifDiscarded?: string | undefined
}

/**
 * A webhook that was delivered, or was to be.
 *
 * @example
 * ```ts
 * const call = await dial(app, { eventUrl: '/event' })
 * const completed = call.webhooks.find(({ status }) => status === 'completed')
 * completed?.fields.duration // '1'
 * ```
 */
export interface SentWebhook {
  /** The time at which it was sent, in seconds on the clock of the platform. */
  readonly at: number
  readonly kind: DeliveryKind
  /** The status of an event. */
  readonly status?: string | undefined
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** From 1. */
  readonly attempt: number
  readonly fields: Readonly<Record<string, unknown>>
  /** The response; undefined while in flight, after a timeout, and for the second copy of a duplicate. */
  readonly answer?: WebhookAnswer | undefined
}
