import type { NccoElement, NccoNode } from '../element/element'
import { makeElement } from '../element/element'
import { type Context, createContext } from './context'
import type { TreePosition } from './node'

/** Options for elements that do not set them, by the name of the component. */
export type Defaults = Readonly<Record<string, Readonly<Record<string, unknown>>>>

// One for all copies of the package, so that the defaults of one hold for the elements of another.
const key = Symbol.for('ncco-jsx.defaults')

/** The defaults that hold below a `Provider`. Inner ones replace outer ones as a whole. */
export function defaultsContext(): Context<Defaults> {
  const shared = globalThis as { [key]?: Context<Defaults> }
  shared[key] ??= createContext<Defaults>({})
  return shared[key]
}

/** Gives defaults to the elements below. */
export function provideDefaults(value: Defaults, children: NccoNode): NccoElement {
  return makeElement(defaultsContext().Provider, { value, children }, undefined)
}

/** The defaults that hold at one place, if there are any. */
export function defaultsAt({ scope }: TreePosition): Defaults | undefined {
  if (scope === undefined) return undefined
  const context = defaultsContext()
  for (let at: TreePosition['scope'] = scope; at; at = at.outer) {
    if (at.context === context) return at.value as Defaults
  }
  return undefined
}
