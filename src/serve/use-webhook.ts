import { type Context, createContext, isComponentRunning, useContext } from '../render/context'
import { serveError } from './errors'
import type { Webhook } from './props'

// One for all copies of the package, so that a component of one finds the webhook that another one answers.
const key = Symbol.for('ncco-jsx.webhook')

export function webhookContext(): Context<Webhook | undefined> {
  const shared = globalThis as { [key]?: Context<Webhook | undefined> }
  shared[key] ??= createContext<Webhook | undefined>(undefined)
  return shared[key]
}

/**
 * The webhook that is being answered, for any component, however deep. In an async component, call it before the first
 * `await`.
 *
 * @throws ServeError `no-webhook` if no app serves the flow, or if no component is running
 * @example
 * ```tsx
 * const Callback = () => <Talk>We will call {useWebhook().from ?? 'you'} back.</Talk>
 * ```
 */
export function useWebhook(): Webhook {
  const isRunning = isComponentRunning()
  const webhook = isRunning ? useContext(webhookContext()) : undefined
  if (webhook === undefined) throw serveError('no-webhook', { isRunning })
  return webhook
}
