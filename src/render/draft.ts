import { isElement, isNothing, type NccoElement } from '../element/element'
import type { Json, JsonObject } from '../element/json'
import { toMemberText } from '../element/json-text'
import { definitionOf } from '../options/component'
import type { Definition, Row } from '../options/table'
import { toPlainSpeech } from '../speech/plain-speech'
import { flat, joined, keptWith } from './member-text'
import type { Props, ReadLog } from './read-log'
import { httpRuleOf, isUnresolved, type ToUrlAtOnce } from './unresolved'

/** The state of drafting. */
export interface Drafting {
  /** What was read for the last draft. */
  readonly log: ReadLog
  readonly asText: boolean
  /** Writes links and paths as URLs; absent outside of an app. */
  readonly toUrl: ToUrlAtOnce | undefined
  /** The JSON text of the object that was drafted last; empty if no text is wanted. */
  text: string
}

/**
 * Writes an action at once if it is right beyond doubt: its props and what stands inside are texts and elements that are right too.
 * Returns its object, or, where a text is wanted, only what the rules between options and between actions read of it. Returns `undefined`
 * for any other action, which is then written plainly and checked. No component runs.
 */
export function draft(
  element: NccoElement,
  props: Props,
  definition: Definition,
  drafting: Drafting,
): JsonObject | undefined {
  drafting.log.clear()
  // A key that stands on every object would be read with those of the element.
  for (const _ in Object.prototype) return undefined
  try {
    return draftObject(element, props, definition, drafting)
  } catch {
    // Something throws when it is read; checking finds out what.
    return undefined
  }
}

function draftObject(
  element: NccoElement,
  given: Props,
  definition: Definition,
  drafting: Drafting,
): JsonObject | undefined {
  const { log, asText } = drafting
  const { table } = definition
  const { presence, text, label } = table
  const object = table.start()
  // Set first, so that they stand where a reader of the NCCO expects them.
  if (presence) presence.set(object, [])
  if (text) text.set(object, '')
  const props = Object.getPrototypeOf(given) === Object.prototype ? given : { ...given }
  let isRight = true
  let children: unknown
  let missing = table.required.length
  // The text of the object so far. Text and presence are known last, and stand before the other members.
  const isBegun = text === undefined && presence === undefined
  let members = isBegun ? label : ''
  // Whether this is one text that was kept.
  let isKept = true
  let previous = table.head
  const opened = log.open(element)
  for (const prop in props) {
    const value = props[prop]
    log.add(prop, value)
    if (prop === 'children') {
      children = value
    } else if (value !== undefined && isRight) {
      let row = previous.nextProp
      if (row?.prop !== prop) {
        row = table.byProp.get(prop)
        previous.nextProp = row
      }
      const member = row && draftOption(value, row, object, drafting)
      if (row === undefined || member === undefined) {
        isRight = false
        continue
      }
      if (row.isRequired) missing--
      previous = row
      if (!asText) continue
      const kept: string | undefined = isKept ? keptWith(members, member, row.last) : undefined
      isKept = kept !== undefined
      members = kept ?? joined(members, member)
    }
  }
  log.close(opened)
  if (!isRight) return undefined
  if (text) {
    const speech = toPlainSpeech(children)
    if (speech === undefined) return undefined
    text.set(object, speech.text)
    if (asText) {
      const written = speech.isEscaped
        ? text.label + JSON.stringify(speech.text)
        : `${text.opening}${speech.text}"`
      members = label + written + members
    }
    missing--
  } else if (children !== undefined) {
    const inside: DraftedChildren = { keys: [], names: '', required: 0, text: '' }
    if (!draftChildren(definition, children, object, inside, drafting)) return undefined
    missing -= inside.required
    if (presence) {
      presence.set(object, inside.keys)
      if (asText) members = `${label}${presence.label}[${inside.names}]${members}`
    }
    if (asText) members = joined(members, inside.text)
  }
  if (missing !== 0 || !table.acceptsBetween(object)) return undefined
  if (asText) drafting.text = `${members}}`
  return object
}

/** Sets an option of an object, if the prop is right beyond doubt. Returns its text, which is empty if none is wanted. */
function draftOption(
  value: unknown,
  row: Row,
  object: JsonObject,
  { asText, toUrl }: Drafting,
): string | undefined {
  const { last, isRead } = row
  if (toUrl && isUnresolved(value)) {
    const rule = httpRuleOf(row.rule)
    // Links of events are judged with the other props.
    const url = rule && rule.webhook !== 'event' ? toUrl(value, rule.webhook) : undefined
    const wire = url === undefined ? undefined : toWire(url, row)
    if (wire !== undefined) {
      if (isRead || !asText) row.set(object, wire)
      return asText ? toMemberText(row, wire) : ''
    }
  }
  const isSet = isRead || !asText
  if (!isSet && row.draftText !== undefined) {
    const text = row.draftText(value)
    if (text !== undefined) return row.label + text
  }
  if (last === undefined || last.prop !== value) {
    const wire = toWire(value, row)
    if (wire === undefined) return undefined
    if (isSet) row.set(object, wire)
    const text = asText ? toMemberText(row, wire) : ''
    if (last !== undefined) {
      last.prop = value
      last.text = text
      last.before = undefined
    }
    return text
  }
  const wire = last.inArray ? [value as Json] : (value as Json)
  if (isSet) row.set(object, wire)
  if (asText && last.text === '') last.text = flat(toMemberText(row, wire))
  return last.text
}

function toWire(value: unknown, { accepts, draft }: Row): Json | undefined {
  if (draft !== undefined) return draft(value)
  return accepts(value) ? (value as Json) : undefined
}

/** The child elements of a draft. */
interface DraftedChildren {
  readonly keys: string[]
  /** The keys as JSON text. */
  names: string
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
  drafting: Drafting,
): boolean {
  const { asText } = drafting
  const list: readonly unknown[] = Array.isArray(children) ? children : [children]
  for (let index = 0; index < list.length; index++) {
    const child = list[index]
    if (isNothing(child)) continue
    if (typeof child !== 'object' || child === null || !isElement(child)) return false
    const inner = definitionOf(child.type)
    const row = inner && definition.table.childOf.get(inner.component)
    if (!row || inner.kind === 'raw' || drafted.keys.includes(row.key)) return false
    const written = draftObject(child, child.props, inner, drafting)
    if (written === undefined) return false
    const { key, rule, label } = row
    drafted.keys.push(key)
    if (row.isRequired) drafted.required++
    if (asText) drafted.names += label.slice(drafted.names === '' ? 1 : 0, -1)
    if (rule.bare === 'omit' && (asText ? drafting.text === '{}' : isEmpty(written))) continue
    if (row.isRead || !asText) row.set(object, rule.inArray ? [written] : written)
    if (asText) {
      drafted.text += label + (rule.inArray ? `[${drafting.text}]` : drafting.text)
    }
  }
  return true
}

function isEmpty(object: JsonObject): boolean {
  for (const _ in object) return false
  return true
}
