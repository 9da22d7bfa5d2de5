import { requireSession } from './session-context'

/** Does something once in a call. */
export type Once = <T>(name: string, work: (key: string) => T | Promise<T>) => Promise<T>

/**
 * Does something once in a call: components run again at every turn, and this gives the result of the first time. For whatever acts, is
 * slow or may vary. What asks again for the same name, also elsewhere in the flow, gets the same result.
 *
 * The result travels as JSON in the link of the next question; `undefined` becomes `null`. Vonage repeats a webhook that it holds
 * for lost, so the work can run again before its result is known: its `key` is the same each time, for what it calls to recognise it.
 *
 * In an async component, call it before the first `await`; after one use {@link useOnce}.
 *
 * @throws NccoError `dialog-not-served`, `dialog-without-secret`, `once-not-json`; `context-outside-component` where no component is running
 * @example
 * ```tsx
 * async function Booking({ day }: { day: string }) {
 *   const slot = await once('booking', (key) => book(day, { idempotencyKey: key }))
 *   return <Talk>Your appointment is at {slot.time}.</Talk>
 * }
 * ```
 */
export const once: Once = (name, work) => useOnce()(name, work)

/**
 * Gives {@link once} for use after an `await`.
 *
 * @throws NccoError `dialog-not-served`, `dialog-without-secret`; `context-outside-component` where no component is running
 * @example
 * ```tsx
 * async function Order() {
 *   const once = useOnce()
 *   const cart = await once('cart', () => loadCart())
 *   const order = await once('order', (key) => place(cart, key))
 *   return <Talk>Your order has number {order.number}.</Talk>
 * }
 * ```
 */
export function useOnce(): Once {
  const { kept } = requireSession('once')
  return (name, work) => kept.once(name, work) as Promise<never>
}
