import type { NccoError } from '../issues/ncco-error'
import { listen, tell } from './listeners'

const key = Symbol.for('ncco-jsx.failure-listeners')

/**
 * Calls back with each error that ends a render in this process, whichever function or app renders, with the place of what is wrong. For tools
 * that show it: an app answers, and tells nobody why.
 *
 * @param listener is called before the error is thrown; what it throws is ignored. An error that gets its place later comes twice: then it is the
 * `cause` of the second one
 * @returns a function that ends it
 * @example
 * ```tsx
 * const Greeting = () => <Talk level={9}>Hello</Talk>
 *
 * const stop = watchFailures(({ issues }) => console.log(issues[0]?.code)) // out-of-range
 * try {
 *   render(<Greeting />)
 * } catch {
 *   stop()
 * }
 * ```
 */
export function watchFailures(listener: (error: NccoError) => void): () => void {
  return listen(key, listener)
}

/** Tells the listeners of an error that is about to be thrown. */
export function toldOf(error: NccoError): NccoError {
  tell(key, error)
  return error
}
