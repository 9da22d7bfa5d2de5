import { type CompilerSource, toSource } from '../src/element/create-element'
import { makeElement, type NccoElement } from '../src/element/element'

export type { CompilerSource } from '../src/element/create-element'
export { Fragment } from '../src/element/fragment'
export type { JSX } from '../src/element/jsx-namespace'

/**
 * Makes an element that knows its position in the source. Compilers call it in development; some leave out
 * the position, and the element then has none.
 */
export function jsxDEV(
  type: unknown,
  props: Readonly<Record<string, unknown>>,
  _key?: unknown,
  _isStaticChildren?: boolean,
  source?: CompilerSource,
  _self?: unknown,
): NccoElement {
  return makeElement(type, props, toSource(source))
}
