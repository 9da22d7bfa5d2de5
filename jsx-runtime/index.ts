import { makeElement, type NccoElement } from '../src/element/element'
import { makePrecompiled } from '../src/element/precompiled'

export { Fragment } from '../src/element/fragment'
export type { JSX } from '../src/element/jsx-namespace'

/** Makes an element. Compilers call it for TSX with `jsxImportSource: 'ncco-jsx'`. The key is not kept. */
export function jsx(
  type: unknown,
  props: Readonly<Record<string, unknown>>,
  _key?: unknown,
): NccoElement {
  return makeElement(type, props, undefined)
}

// Compilers call it for an element with several children; the elements do not differ.
export { jsx as jsxs }

/**
 * Deno calls it with `"jsx": "precompile"`: it writes lower-case elements as HTML at compile time, which an NCCO is not. It is
 * here so that `render` can say so; without it the import would fail without naming a setting.
 */
export function jsxTemplate(_html: readonly string[], ...values: unknown[]): NccoElement {
  return makePrecompiled(values)
}

/** See {@link jsxTemplate}, whose arguments it makes. */
export function jsxAttr(_name: string, value: unknown): unknown {
  return value
}

/** See {@link jsxTemplate}, whose arguments it makes. */
export function jsxEscape(value: unknown): unknown {
  return value
}
