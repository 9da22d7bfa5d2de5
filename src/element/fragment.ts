import type { NccoNode } from './element'

// By name, so that the fragments of one copy of the package are known to every other copy.
const brand: unique symbol = Symbol.for('ncco-jsx.fragment')

/** Groups children without an object of its own: what `<>…</>` stands for. */
export const Fragment = /* @__PURE__ */ Object.assign(
  ({ children }: { children?: NccoNode }): NccoNode => children,
  { [brand]: true, displayName: 'Fragment' },
)

export function isFragment(type: unknown): boolean {
  return typeof type === 'function' && brand in type
}
