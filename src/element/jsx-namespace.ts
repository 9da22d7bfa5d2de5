import type { NccoElement, NccoNode } from './element'
import type { Keyed, SsmlElements } from './intrinsic-elements'

/** The types that the compiler looks up for TSX. */
export declare namespace JSX {
  /** The type of a JSX expression. */
  type Element = NccoElement
  /** The names that may stand in `<…>`: an SSML tag, or a component, sync or async. */
  type ElementType = JsxElementType
  /** The prop that takes the content between the tags: `children`. */
  interface ElementChildrenAttribute extends JsxChildrenAttribute {}
  /** The prop that every component takes besides its own: `key`. */
  interface IntrinsicAttributes extends Keyed {}
  /** The lower-case elements: the SSML tags. */
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
  /** Anything: the component says what it takes. */
  children: unknown
}
