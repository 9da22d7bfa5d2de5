import { makeElement, type NccoElement } from '../element/element'
import { isJsonObject, type Json, type JsonObject, setOwn } from '../element/json'
import { messages } from '../issues/messages'
import { below, type Path, pointer, type Report, root, segments } from '../issues/report'
import { checkObject } from '../options/check-object'
import { component } from '../options/component'
import type { ChildRule } from '../options/rules/child'
import type { Definition, Row } from '../options/table'
import { actions } from '../vocabulary/index'
import { Raw } from '../vocabulary/raw'
import { type ErrorPlaces, findErrorPlaces } from './error-places'
import { type SsmlStyle, toSpeechProps } from './speech-props'

/** The elements of an NCCO, with the values in them that are kept as JSON. */
export interface Flow {
  readonly elements: readonly NccoElement[]
  /**
   * Where a value is kept, by its place in the NCCO. One that stands inside another belongs to an element that was given
   * up for `Raw`.
   */
  readonly kept: ReadonlyMap<string, Kept>
}

/** The place of a value in a prop: its key in `unchecked`, or its index in the array of a `Raw`. */
export interface Kept {
  readonly holder: JsonObject | Json[]
  readonly key: string | number
}

/**
 * The elements that render to an NCCO. Everything that no element can say or `check` refuses is kept as it is: an
 * option as `unchecked`, an action that would miss something without it as `Raw`.
 */
export function toElements(ncco: readonly Json[], ssml: SsmlStyle): Flow {
  const errors = findErrorPlaces(ncco)
  const kept = new Map<string, Kept>()
  const elements: NccoElement[] = []
  let raw: Json[] = []
  for (const [index, entry] of ncco.entries()) {
    const element = toAction(entry, below(root, index), { errors, ssml, kept })
    if (element === undefined) {
      // Neighbours share one <Raw>.
      if (raw.length === 0) elements.push(makeElement(Raw, { ncco: raw }, undefined))
      kept.set(`/${index}`, { holder: raw, key: raw.length })
      raw.push(entry)
    } else {
      elements.push(element)
      raw = []
    }
  }
  if (elements.length === 0) {
    elements.push(makeElement(Raw, { ncco: raw }, undefined))
    kept.set(pointer(root), { holder: raw, key: 0 })
  }
  return { elements, kept }
}

interface Conversion {
  readonly errors: ErrorPlaces
  readonly ssml: SsmlStyle
  readonly kept: Map<string, Kept>
}

function toAction(entry: Json, path: Path, conversion: Conversion): NccoElement | undefined {
  const definition = isJsonObject(entry) ? definitionOf(entry, actions) : undefined
  return definition && toObject(entry as JsonObject, definition, path, conversion)
}

/** The definition that the object's tag names. */
function definitionOf(
  object: JsonObject,
  definitions: readonly Definition[],
): Definition | undefined {
  return definitions.find(({ tag }) => tag === undefined || object[tag[0]] === tag[1])
}

/** The element of an NCCO object; `undefined` where it would not be whole. */
function toObject(
  object: JsonObject,
  definition: Definition,
  path: Path,
  conversion: Conversion,
): NccoElement | undefined {
  const { errors } = conversion
  const isMissing = (key: string) => !Object.hasOwn(object, key)
  if (errors.at(path) || [...errors.keysBelow(path)].some(isMissing)) return undefined

  const { props, children, unchecked } = sortOptions(object, definition, path, conversion)
  const inOrder = orderChildren(object, definition, children)
  if (!inOrder || !isWholeWithout(unchecked, object, definition)) return undefined
  if (inOrder.length > 0) props.children = inOrder
  if (Object.keys(unchecked).length > 0) props.unchecked = unchecked
  return makeElement(component(definition), props, undefined)
}

/** The options of an object by the way in which an element says them. */
interface Sorted {
  readonly props: Record<string, unknown>
  readonly children: Map<string, NccoElement>
  /** The options that neither a prop nor a child can say. */
  readonly unchecked: JsonObject
}

function sortOptions(
  object: JsonObject,
  { table: { byKey }, tag }: Definition,
  path: Path,
  conversion: Conversion,
): Sorted {
  const sorted: Sorted = { props: {}, children: new Map(), unchecked: {} }
  const keep = (key: string, value: Json, at: Path) => {
    setOwn(sorted.unchecked, key, value)
    conversion.kept.set(pointer(at), { holder: sorted.unchecked, key })
  }
  for (const [key, value] of Object.entries(object)) {
    const row = byKey.get(key)
    const at = below(path, key)
    // These follow from the element and from its children.
    if (key === tag?.[0] || row?.from === 'presence') continue
    if (row?.rule.kind === 'child') {
      const child = toChild(value, row.rule, at, conversion)
      if (child) sorted.children.set(key, child)
      else keep(key, value, at)
    } else {
      const props = row && !conversion.errors.within(at) && toProps(value, row, conversion)
      if (props) Object.assign(sorted.props, props)
      else keep(key, value, at)
    }
  }
  return sorted
}

/** Whether what is left of an object lacks nothing that it must have, such as an address. */
function isWholeWithout(
  unchecked: JsonObject,
  object: JsonObject,
  definition: Definition,
): boolean {
  const left = Object.entries(object).filter(([key]) => !Object.hasOwn(unchecked, key))
  const rest: JsonObject = Object.fromEntries(left)
  let isWhole = true
  const report: Report = (code, path) => {
    const [key = ''] = segments(pointer(path))
    if (messages[code].severity === 'error' && !Object.hasOwn(rest, key)) isWhole = false
  }
  checkObject(rest, { object: definition, path: root, report })
  return isWhole
}

/** The props that say an option; `undefined` if none can. */
function toProps(
  value: Json,
  { prop, rule, from }: Row,
  { ssml }: Conversion,
): Record<string, unknown> | undefined {
  if (from === 'text') return typeof value === 'string' ? toSpeechProps(value, ssml) : undefined
  if (rule.kind !== 'one') return { [prop]: value }
  return Array.isArray(value) && value.length === 1 ? { [prop]: value[0] } : undefined
}

function toChild(
  value: Json,
  { definitions, inArray }: ChildRule<Definition>,
  path: Path,
  conversion: Conversion,
): NccoElement | undefined {
  if (conversion.errors.at(path)) return undefined
  const only = inArray && Array.isArray(value) && value.length === 1 ? value[0] : undefined
  const object = inArray ? only : value
  if (!isJsonObject(object)) return undefined
  const definition = definitionOf(object, definitions)
  return definition && toObject(object, definition, inArray ? below(path, 0) : path, conversion)
}

/**
 * The children in the order that the NCCO lists them in, where it does: an input's `type` names what stands inside,
 * also what has no settings. `undefined` if it names something else.
 */
function orderChildren(
  object: JsonObject,
  { table: { rows } }: Definition,
  children: ReadonlyMap<string, NccoElement>,
): NccoElement[] | undefined {
  const presence = rows.find(({ from }) => from === 'presence')
  if (!presence) return [...children.values()]
  const names = object[presence.key]
  if (!Array.isArray(names) || new Set(names).size < names.length) return undefined
  const listed = names.map((name) => {
    const row = rows.find(({ key, from }) => key === name && from === 'child')
    if (!row) return undefined
    return children.get(row.key) ?? (Object.hasOwn(object, row.key) ? undefined : bare(row))
  })
  const found = listed.filter((child) => child !== undefined)
  const isWhole = found.length === listed.length && found.length > 0
  return isWhole && [...children.keys()].every((key) => names.includes(key)) ? found : undefined
}

function bare({ rule }: Row): NccoElement | undefined {
  const [definition] = (rule as ChildRule<Definition>).definitions
  return definition && makeElement(component(definition), {}, undefined)
}
