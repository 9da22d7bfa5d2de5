import type { NccoError } from '../issues/ncco-error'

type Listener = (error: NccoError) => void

// By name, so that a listener of one copy of the package hears of another. Absent until a tool listens.
const key: unique symbol = Symbol.for('ncco-jsx.failure-listeners')
const shared = globalThis as { [key]?: Set<Listener> }

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
export function watchFailures(listener: Listener): () => void {
  // A function of its own, so that one that is given twice is called twice, until each is ended.
  const own: Listener = (error) => listener(error)
  shared[key] ??= new Set()
  const listeners = shared[key].add(own)
  return () => void listeners.delete(own)
}

/** Tells the listeners of an error that is about to be thrown. */
export function toldOf(error: NccoError): NccoError {
  for (const listener of shared[key] ?? []) {
    try {
      listener(error)
    } catch {
      // A listener is no part of the flow.
    }
  }
  return error
}
