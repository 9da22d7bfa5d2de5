import { type Context, createContext, useContext } from '../render/context'
import { serveError } from './errors'
import type { Call } from './props'

// One for all copies of the package, so that a component of one finds the call that another one serves.
const key = Symbol.for('ncco-jsx.call')

export function callContext(): Context<Call | undefined> {
  const shared = globalThis as { [key]?: Context<Call | undefined> }
  shared[key] ??= createContext<Call | undefined>(undefined)
  return shared[key]
}

/**
 * The webhook that is being answered, for any component, however deep. In an async component, call it before the first
 * `await`.
 *
 * @throws ServeError `no-call` where the flow is not served by an app
 * @throws NccoError `context-outside-component` where no component is running
 * @example
 * ```tsx
 * const Callback = () => <Talk>We will call {useCall().from ?? 'you'} back.</Talk>
 * ```
 */
export function useCall(): Call {
  const call = useContext(callContext())
  if (call === undefined) throw serveError('no-call', {})
  return call
}
