import type { Source } from '../issues/issue'
import { makeElement, type NccoElement, type NccoNode } from './element'
import type { Keyed, SsmlElements } from './intrinsic-elements'
import type { JsxChildrenAttribute, JsxElementType } from './jsx-namespace'

/** The position that compilers hand over in development. */
export interface CompilerSource {
  fileName: string
  lineNumber: number
  columnNumber?: number
}

export function toSource(source: CompilerSource | null | undefined): Source | undefined {
  if (typeof source?.fileName !== 'string') return undefined
  const { fileName: file, lineNumber: line, columnNumber: column } = source
  return column === undefined ? { file, line } : { file, line, column }
}

/** The props of a component or tag whose children may come as arguments. */
type ElementConfig<Type extends JsxElementType> = Type extends keyof SsmlElements
  ? BesideChildren<SsmlElements[Type]>
  : Type extends (props: infer Props) => unknown
    ? BesideChildren<Props>
    : never

// For each member of a union, which `Omit` would melt into one.
type BesideChildren<Props> = Props extends unknown
  ? Omit<Props, 'children'> & { children?: unknown } & Keyed
  : never

/**
 * Makes an element: the factory of the classic JSX transform, and what compilers call for
 * `<Talk {...props} key="x" />`.
 *
 * @param type a component, or the name of an SSML tag
 * @param config its props; `key`, `__source` and `__self` are taken out
 * @param children the content between the tags; replaces `config.children` if there is any
 * @example
 * ```ts
 * render(createElement(Talk, { language: 'en-GB' }, 'Hello'))
 * ```
 */
export function createElement<Type extends JsxElementType>(
  type: Type,
  config?: ElementConfig<Type> | null,
  ...children: NccoNode[]
): NccoElement {
  const { key, __source, __self, ...props } = (config ?? {}) as Record<string, unknown>
  if (children.length > 0) props.children = children.length === 1 ? children[0] : children
  return makeElement(type, props, toSource(__source as CompilerSource | undefined))
}

export declare namespace createElement {
  /**
   * The compiler finds the JSX types here when `createElement` is the classic factory.
   * @internal
   */
  namespace JSX {
    type Element = NccoElement
    type ElementType = JsxElementType
    interface ElementChildrenAttribute extends JsxChildrenAttribute {}
    interface IntrinsicAttributes extends Keyed {}
    interface IntrinsicElements extends SsmlElements {}
  }
}
