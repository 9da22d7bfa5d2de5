import { assertNcco } from './assert-ncco'
import { printModule } from './module'
import { findNotes } from './notes'
import type { SsmlStyle } from './speech-props'
import { toElements } from './to-elements'

/** What `toTsxModule` takes besides the NCCOs. */
export interface ConvertOptions {
  /**
   * When SSML becomes elements. `exact`: if they render to the very same text, else it stays a string in the prop
   * `ssml`. `elements`: whenever they say the same; quotes, spaces inside tags and entities may then differ from
   * the original.
   * @defaultValue 'exact'
   */
  ssml?: SsmlStyle | undefined
  /**
   * Also export the component as the default, if it is the only one: commands such as `dial` then take the module as it is.
   * @defaultValue false
   */
  exportDefault?: boolean | undefined
}

/** What `toTsx` takes besides the NCCO. */
export interface ToTsxOptions extends ConvertOptions {
  /**
   * The name of the component; `sales-menu` becomes `SalesMenu`.
   * @defaultValue 'Flow'
   */
  name?: string | undefined
}

/** An NCCO with the name that its component is to have. */
export interface NamedNcco {
  /** Any name, such as that of a file: `sales-menu` becomes `SalesMenu`. */
  readonly name: string
  /** The NCCO as a value, not as JSON text. */
  readonly ncco: unknown
}

/**
 * Writes an NCCO as the source of a TSX component, formatted like Prettier does and with its imports. Rendered, it gives the same NCCO
 * back, key for key; only an empty `dtmf` or `speech` object is left out, because the input's `type` says it.
 *
 * An option that no element can say stays as it is in `unchecked`, an action in `<Raw>`. So does everything in which
 * `check` finds an error: a flow that runs today can be moved first and mended later. A comment above each of these says what is
 * wrong there, and what to write instead.
 *
 * @param ncco the NCCO as a value, not as JSON text
 * @param options `name` names the component; `ssml: 'elements'` prefers elements to the exact text; `exportDefault` exports it as the default, too
 * @returns the source of a module that exports the component
 * @throws NccoError `not-an-ncco` for a value that is not an array, `not-json` for one that JSON cannot hold or that is nested deeper than 500 levels
 * @example
 * ```ts
 * const source = toTsx([{ action: 'talk', text: 'Hello', language: 'en-GB' }], { name: 'greeting' })
 * // import { Talk } from "ncco-jsx";
 * //
 * // export function Greeting() {
 * //   return <Talk language="en-GB">Hello</Talk>;
 * // }
 * ```
 */
export function toTsx(ncco: unknown, options: ToTsxOptions = {}): string {
  return toTsxModule([{ name: options.name ?? 'Flow', ncco }], options)
}

/**
 * Writes several NCCOs as one TSX module with a component for each, as {@link toTsx} writes one.
 *
 * @param nccos the NCCOs with their names; the names of the components are made from these, and differ
 * @param options `ssml: 'elements'` prefers elements to the exact text; `exportDefault` exports a single component as the default, too
 * @returns the source of a module that exports the components
 * @throws NccoError `not-an-ncco` for a value that is not an array, `not-json` for one that JSON cannot hold or that is nested deeper than 500 levels
 * @example
 * ```ts
 * const [sales, support] = [[{ action: 'talk', text: 'Sales' }], [{ action: 'talk', text: 'Support' }]]
 * const source = toTsxModule([{ name: 'sales', ncco: sales }, { name: 'support', ncco: support }])
 * ```
 */
export function toTsxModule(nccos: readonly NamedNcco[], options: ConvertOptions = {}): string {
  const { ssml = 'exact', exportDefault = false } = options
  return printModule(
    nccos.map(({ name, ncco }) => {
      const json = assertNcco(ncco)
      const flow = toElements(json, ssml)
      return { name, elements: flow.elements, notes: findNotes(json, flow) }
    }),
    exportDefault,
  )
}
