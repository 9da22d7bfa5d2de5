import type { Source } from '../issues/issue'

// By name, so that the elements of one copy of the package are elements to every other copy.
const brand = Symbol.for('ncco-jsx.element')

/**
 * The value of `<Talk>…</Talk>`: a component or tag with its props, not yet rendered.
 *
 * Only the JSX runtime and `createElement` make elements; an object that merely looks like one is refused.
 */
export interface NccoElement {
  /** Marks the elements that a JSX runtime of this package made. */
  readonly $$typeof: symbol
  readonly type: unknown
  readonly props: Readonly<Record<string, unknown>>
  /** Its position in the source; only in a development build. */
  readonly source: Source | undefined
}

/**
 * The content of an element, and the result of a component. Booleans, null and
 * undefined render nothing.
 */
export type NccoNode =
  | NccoElement
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly NccoNode[]

/** Children of an element that holds no text; `''` is what `{name && <Talk>…</Talk>}` leaves. */
export type ElementNode = NccoElement | boolean | '' | null | undefined | readonly ElementNode[]

export function makeElement(type: unknown, props: object, source: Source | undefined): NccoElement {
  return { $$typeof: brand, type, props: props as NccoElement['props'], source }
}

export function isElement(value: object): value is NccoElement {
  return (value as Partial<NccoElement>).$$typeof === brand
}

/** Whether a node renders nothing. */
export function isNothing(node: unknown): boolean {
  return node === undefined || node === null || node === '' || typeof node === 'boolean'
}
