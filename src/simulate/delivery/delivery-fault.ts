import { isJsonObject } from '../../element/json'
import { refuseOption } from '../assert-options'
import type { DeliveryKind } from './webhook'

/** A webhook that is about to be delivered. */
export interface Delivery {
  readonly kind: DeliveryKind
  /** The status of an event. */
  readonly status?: string | undefined
  readonly url: string
  /** From 1; the second is the platform's retry. */
  readonly attempt: number
  /** Whether it goes to the fallback URL. */
  readonly isFallback: boolean
}

/** A fault of a delivery. */
export type DeliveryFault =
  /** The answer takes this many seconds. Too many, and the platform gives up waiting. */
  | { readonly slow: number }
  /** Something in front of the app answers with this status; the app is not asked. */
  | { readonly status: number }
  /** The connection closes before the answer arrives; the app was asked all the same. */
  | 'closed'
  /** It is delivered twice; the second answer is ignored. */
  | 'duplicate'
  /** An event whose answer is ignored is held back until another webhook was delivered, or the call is over. */
  | 'late'

/**
 * Chooses the fault of a delivery; `undefined` for none. The method that caused the webhook throws `simulator-option` for any other
 * value.
 *
 * @example
 * ```ts
 * const faults = ({ kind, attempt }) => (kind === 'answer' && attempt === 1 ? { status: 503 } : undefined)
 * const call = await dial(app, { faults })
 * call.webhooks.map(({ attempt }) => attempt) // [1, 2]
 * ```
 */
export type Faults = (delivery: Delivery) => DeliveryFault | undefined

const named: readonly unknown[] = [undefined, 'closed', 'duplicate', 'late']

/** Throws for a value that is not a fault. */
export function assertFault(value: unknown): void {
  if (named.includes(value)) return
  const { slow, status } = isJsonObject(value) ? value : {}
  if (typeof slow === 'number' && slow >= 0) return
  if (Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 599) return
  refuseOption(
    'What faults() returns',
    "undefined, 'closed', 'duplicate', 'late', { slow: seconds } or { status: 100 to 599 }",
  )
}
