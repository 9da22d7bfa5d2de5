import type { NccoElement, NccoNode } from './element'
import type { Keyed, SsmlElements } from './intrinsic-elements'

/** The types that the compiler looks up for TSX. */
export declare namespace JSX {
  /** The type of a JSX expression. */
  type Element = NccoElement
  type ElementType = JsxElementType
  interface ElementChildrenAttribute extends JsxChildrenAttribute {}
  interface IntrinsicAttributes extends Keyed {}
  interface IntrinsicElements extends SsmlElements {}
}

/** A name in `<…>`: an SSML tag, or a component, sync or async. */
export type JsxElementType =
  | keyof SsmlElements
  // A component may ask for any props; the compiler checks them where the component is used.
  // biome-ignore lint/suspicious/noExplicitAny: `never` and `unknown` both refuse components with props.
  | ((props: any) => NccoNode | Promise<NccoNode>)

/** The prop that takes the content between the tags. */
export interface JsxChildrenAttribute {
  children: unknown
}
