import { isElement, type NccoElement } from '../element/element'
import type { Json, JsonObject } from '../element/json'
import { definitionOf } from '../options/component'
import type { Definition, Row } from '../options/table'
import { mayBeGlued } from '../speech/glued-words'

/** The props of an element, copied, so that every getter is read once. */
export type Props = Readonly<Record<string, unknown>>

/** The elements inside an action whose props were copied, each followed by its copy. */
export type Taken = unknown[]

/**
 * Writes an action at once if it is right beyond doubt: its props and what stands inside are texts and elements that are right too.
 * Returns `undefined` for any other, which is then written plainly and checked. No component runs.
 */
export function draft(definition: Definition, props: Props, taken: Taken): JsonObject | undefined {
  try {
    return draftObject(definition, props, taken)
  } catch {
    // Something throws when it is read; checking finds out what.
    return undefined
  }
}

function draftObject(definition: Definition, props: Props, taken: Taken): JsonObject | undefined {
  const { kind, tag, presence, text, byProp } = definition
  // Literals, because an engine makes an object of known keys faster.
  const object: JsonObject =
    tag === undefined ? {} : kind === 'action' ? { action: tag[1] } : { type: tag[1] }
  const keys: string[] = []
  // Set first, so that it stands where a reader of the NCCO expects it.
  if (presence) object[presence.key] = keys
  let missing = definition.required.length
  if (text) {
    const spoken = plainText(props.children)
    if (!text.accepts(spoken)) return undefined
    object[text.key] = spoken as string
    missing--
  }
  for (const prop in props) {
    if (prop === 'children') continue
    const value = props[prop]
    if (value === undefined) continue
    const row = byProp.get(prop)
    if (row === undefined) return undefined
    const wire = draftOption(value, row)
    if (wire === undefined) return undefined
    object[row.key] = wire
    if (row.isRequired) missing--
  }
  if (!text && props.children !== undefined) {
    const left = draftChildren(definition, props.children, object, keys, taken)
    if (left === undefined) return undefined
    missing -= left
  }
  return missing === 0 && definition.acceptsBetween(object) ? object : undefined
}

function draftOption(value: unknown, { accepts, draft }: Row): Json | undefined {
  if (draft !== undefined) return draft(value)
  return accepts(value) ? (value as Json) : undefined
}

/** Adds the child elements. Returns how many of them are required; `undefined` if one is in doubt. */
function draftChildren(
  definition: Definition,
  children: unknown,
  object: JsonObject,
  keys: string[],
  taken: Taken,
): number | undefined {
  let required = 0
  const list: readonly unknown[] = Array.isArray(children) ? children : [children]
  for (let index = 0; index < list.length; index++) {
    const child = list[index]
    if (isNothing(child)) continue
    if (typeof child !== 'object' || child === null || !isElement(child)) return undefined
    const inner = definitionOf(child.type)
    const row = inner && definition.childOf.get(inner.component)
    if (!row || inner.kind === 'raw' || keys.includes(row.key)) return undefined
    const written = draftObject(inner, takeProps(child, taken), taken)
    if (written === undefined) return undefined
    const { key, rule } = row
    keys.push(key)
    if (rule.inArray) object[key] = [written]
    else if (rule.bare === 'write' || !isEmpty(written)) object[key] = written
    if (row.isRequired) required++
  }
  return required
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
