import { type Context, createContext, useContext } from '../render/context'
import { dialogError } from './error'
import type { Session } from './session'

/** The turn that a flow is rendered for, or the reason why the flow has no turn. */
export type DialogTurn = Session | 'in-on-error' | undefined

// One for all copies of the package, so that a question of one finds the turn that another one serves.
const key = Symbol.for('ncco-jsx.dialog')

export function sessionContext(): Context<DialogTurn> {
  const shared = globalThis as { [key]?: Context<DialogTurn> }
  shared[key] ??= createContext<DialogTurn>(undefined)
  return shared[key]
}

/** The turn that is being rendered, if an app serves the flow. */
export function findSession(): Session | undefined {
  const turn = useContext(sessionContext())
  return typeof turn === 'object' ? turn : undefined
}

/**
 * The turn that is being rendered.
 *
 * @param name what needs it, for messages
 */
export function requireSession(name: string): Session {
  const turn = useContext(sessionContext())
  if (turn === undefined) throw dialogError('dialog-not-served', { name })
  if (turn === 'in-on-error') throw dialogError('dialog-in-on-error', { name })
  if (!turn.canAsk) throw dialogError('dialog-without-secret', { name })
  return turn
}
