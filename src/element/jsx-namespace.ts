import type { NccoElement, NccoNode } from './element'
import type { Keyed, SsmlElements } from './intrinsic-elements'

/** What the compiler looks up to type TSX. */
export declare namespace JSX {
  /** What a JSX expression is. */
  type Element = NccoElement
  type ElementType = JsxElementType
  interface ElementChildrenAttribute extends JsxChildrenAttribute {}
  interface IntrinsicAttributes extends Keyed {}
  interface IntrinsicElements extends SsmlElements {}
}

/** What may stand in `<…>`: an SSML tag, or a component, sync or async. */
export type JsxElementType =
  | keyof SsmlElements
  // A component may ask for any props; the compiler checks them where the component is used.
  // biome-ignore lint/suspicious/noExplicitAny: `never` and `unknown` both refuse components with props.
  | ((props: any) => NccoNode | Promise<NccoNode>)

/** The prop that takes what stands between the tags. */
export interface JsxChildrenAttribute {
  children: unknown
}
