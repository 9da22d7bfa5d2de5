import { isElement, type NccoElement } from '../element/element'
import type { Json, JsonObject } from '../element/json'
import { definitionOf } from '../options/component'
import type { Definition, Row } from '../options/table'
import { mayBeGlued } from '../speech/glued-words'

/** The props of an element, copied, so that every getter is read once. */
export type Props = Readonly<Record<string, unknown>>

/** The elements inside an action whose props were copied, each followed by its copy. */
export type Taken = unknown[]

/** An action that is right beyond doubt. */
export interface Draft {
  readonly object: JsonObject
  /** The object as JSON text; empty if no text is wanted. */
  readonly text: string
}

/**
 * Writes an action at once if it is right beyond doubt: its props and what stands inside are texts and elements that are right too.
 * Returns `undefined` for any other, which is then written plainly and checked. No component runs.
 */
export function draft(
  definition: Definition,
  props: Props,
  taken: Taken,
  asText: boolean,
): Draft | undefined {
  try {
    return draftObject(definition, props, taken, asText)
  } catch {
    // Something throws when it is read; checking finds out what.
    return undefined
  }
}

function draftObject(
  definition: Definition,
  props: Props,
  taken: Taken,
  asText: boolean,
): Draft | undefined {
  const { tag, presence, text, byProp } = definition
  const object = definition.start()
  const children: DraftedChildren = { keys: [], required: 0, text: '' }
  // Set first, so that it stands where a reader of the NCCO expects it.
  if (presence) object[presence.key] = children.keys
  let missing = definition.required.length
  let members = ''
  if (text) {
    const spoken = plainText(props.children)
    if (!text.accepts(spoken)) return undefined
    object[text.key] = spoken as string
    if (asText) members = text.label + toText(spoken as string)
    missing--
  }
  for (const prop in props) {
    if (prop === 'children') continue
    const value = props[prop]
    if (value === undefined) continue
    const row = byProp.get(prop)
    if (row === undefined) return undefined
    const { last } = row
    if (last !== undefined && value === last.prop) {
      object[row.key] = last.inArray ? [value as Json] : (value as Json)
      members += last.text
    } else {
      const wire = draftOption(value, row)
      if (wire === undefined) return undefined
      object[row.key] = wire
      if (last !== undefined) {
        last.prop = value
        last.text = row.label + toText(wire)
        members += last.text
      } else if (asText) members += row.label + toText(wire)
    }
    if (row.isRequired) missing--
  }
  if (!text && props.children !== undefined) {
    if (!draftChildren(definition, props.children, object, children, taken, asText))
      return undefined
    missing -= children.required
  }
  if (missing !== 0 || !definition.acceptsBetween(object)) return undefined
  if (!asText) return { object, text: '' }
  const first = presence ? presence.label + JSON.stringify(children.keys) : ''
  const all = first + members + children.text
  return { object, text: tag === undefined ? `{${all.slice(1)}}` : `${definition.label}${all}}` }
}

function draftOption(value: unknown, { accepts, draft }: Row): Json | undefined {
  if (draft !== undefined) return draft(value)
  return accepts(value) ? (value as Json) : undefined
}

/** The child elements of a draft. */
interface DraftedChildren {
  readonly keys: string[]
  /** How many of them are required. */
  required: number
  text: string
}

/** Adds the child elements. Returns whether all of them are right beyond doubt. */
function draftChildren(
  definition: Definition,
  children: unknown,
  object: JsonObject,
  drafted: DraftedChildren,
  taken: Taken,
  asText: boolean,
): boolean {
  const list: readonly unknown[] = Array.isArray(children) ? children : [children]
  for (let index = 0; index < list.length; index++) {
    const child = list[index]
    if (isNothing(child)) continue
    if (typeof child !== 'object' || child === null || !isElement(child)) return false
    const inner = definitionOf(child.type)
    const row = inner && definition.childOf.get(inner.component)
    if (!row || inner.kind === 'raw' || drafted.keys.includes(row.key)) return false
    const written = draftObject(inner, takeProps(child, taken), taken, asText)
    if (written === undefined) return false
    const { key, rule, label } = row
    drafted.keys.push(key)
    if (row.isRequired) drafted.required++
    if (rule.bare === 'omit' && isEmpty(written.object)) continue
    object[key] = rule.inArray ? [written.object] : written.object
    if (asText) drafted.text += label + (rule.inArray ? `[${written.text}]` : written.text)
  }
  return true
}

function takeProps(element: NccoElement, taken: Taken): Props {
  const props = { ...element.props }
  taken.push(element, props)
  return props
}

function isNothing(child: unknown): boolean {
  return child === undefined || child === null || child === '' || typeof child === 'boolean'
}

function isEmpty(object: JsonObject): boolean {
  for (const _ in object) return false
  return true
}

/** The text of children that hold nothing else; `undefined` if two of them may make one word. */
function plainText(children: unknown): string | undefined {
  if (typeof children === 'string') return children
  if (!Array.isArray(children)) return undefined
  let text = ''
  for (let index = 0; index < children.length; index++) {
    const piece: unknown = children[index]
    if (typeof piece === 'string') {
      if (mayBeGlued(text, piece)) return undefined
      text += piece
    } else if (Number.isFinite(piece)) text += piece
    else if (!isNothing(piece)) return undefined
  }
  return text
}

// Characters that JSON escapes, and surrogates, which it escapes if they are not in a pair.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

/** The JSON text of a value. */
function toText(value: Json): string {
  if (typeof value === 'string') return escaped.test(value) ? JSON.stringify(value) : `"${value}"`
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}
