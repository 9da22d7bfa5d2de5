import { makeElement, type NccoElement } from '../src/element/element'

export { Fragment } from '../src/element/fragment'
export type { JSX } from '../src/element/jsx-namespace'

/** Makes an element: what compilers call for TSX with `jsxImportSource: 'ncco-jsx'`. The key is not kept. */
export function jsx(
  type: unknown,
  props: Readonly<Record<string, unknown>>,
  _key?: unknown,
): NccoElement {
  return makeElement(type, props, undefined)
}

// Compilers call it for an element with several children; the elements do not differ.
export { jsx as jsxs }
