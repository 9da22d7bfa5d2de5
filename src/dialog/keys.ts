import { makeElement, type NccoElement, type NccoNode } from '../element/element'
import { type Context, createContext, useContext } from '../render/context'
import type { Key } from './question-props'

/** The flow that follows each key that holds everywhere. */
type KeyTable = Readonly<Partial<Record<Key, NccoNode>>>

/** Props of {@link Keys}. */
export interface KeysProps {
  /** The flow that follows each key. Nothing comes after it. A key with `undefined`, `null` or `false` holds no more, so one may stand behind a condition. */
  on: KeyTable
  /** The flow with the questions at which the keys hold. */
  children?: NccoNode
}

// One for all copies of the package, so that the keys of one hold at the questions of another.
const key = Symbol.for('ncco-jsx.keys')

function keysContext(): Context<KeyTable> {
  const shared = globalThis as { [key]?: Context<KeyTable> }
  shared[key] ??= createContext<KeyTable>({})
  return shared[key]
}

/**
 * Keys that hold at every question below, unless a question takes the key itself. Pressed by itself, a key leaves the question for
 * what stands at it here.
 *
 * @example
 * ```tsx
 * <Keys on={{ '0': <Operator />, '*': <StartOver /> }}>
 *   <Ask name="pin" digits={4} prompt="Please key in your PIN. For a person, press 0." />
 * </Keys>
 * ```
 */
export function Keys({ on, children }: KeysProps): NccoElement {
  const table = Object.entries({ ...useContext(keysContext()), ...on })
  // A key that leads to nothing would end the call in silence.
  const value = Object.fromEntries(table.filter(([, flow]) => !isNothing(flow)))
  return makeElement(keysContext().Provider, { value, children }, undefined)
}

function isNothing(flow: NccoNode): boolean {
  return flow === undefined || flow === null || typeof flow === 'boolean'
}

/** The keys that hold where a component stands. */
export function useKeys(): KeyTable {
  return useContext(keysContext())
}
