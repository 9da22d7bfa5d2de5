import { makeElement, type NccoElement } from './element'

// By name, so that every copy of the package knows it.
const precompiled = Symbol.for('ncco-jsx.precompiled')

/** Stands for markup that a compiler has already written as text; `render` refuses it at its place. */
export function makePrecompiled(values: readonly unknown[]): NccoElement {
  return makeElement(precompiled, { children: values }, undefined)
}

export function isPrecompiled(type: unknown): boolean {
  return type === precompiled
}
