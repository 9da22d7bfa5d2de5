import type { NccoNode } from './element'

/** Groups children without an object of its own: what `<>…</>` stands for. */
export function Fragment({ children }: { children?: NccoNode }): NccoNode {
  return children
}
