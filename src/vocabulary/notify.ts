import type { JsonData } from '../element/json'
import type { Url } from '../element/link'
import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import { json, one, oneOf, required, webhookUrl } from '../options/rules'

/** Options of the NCCO `notify` action. */
export interface NotifyOptions {
  /** Plain JSON that is sent back to you, under `payload`. */
  payload: JsonData
  /** http(s) URL that receives it. An NCCO in the answer replaces the current one; an empty answer lets the flow go on. */
  eventUrl: Url<'notify'>
  /**
   * `GET` or `POST`.
   * @defaultValue 'POST'
   */
  eventMethod?: 'GET' | 'POST' | undefined
}

export const notify = action<NotifyOptions>('notify', 'Notify', (table) =>
  table({
    options: {
      payload: required(json()),
      eventUrl: required(one(webhookUrl('notify'))),
      eventMethod: oneOf('GET', 'POST'),
    },
  }),
)

/** Props of {@link Notify}. */
export interface NotifyProps extends NotifyOptions, Unchecked {}

/**
 * Sends a payload to your webhook when the flow reaches this point.
 *
 * @example
 * ```tsx
 * <Notify payload={{ step: 'menu' }} eventUrl="https://example.com/progress" />
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#notify
 */
export const Notify = component<NotifyProps>(notify)
