import { isJsonObject, type Json, type JsonObject, setOwn } from '../element/json'
import { toJson } from '../element/to-json'
import { kindOf } from '../issues/kind'
import type { Origin } from '../issues/origin'
import { below, located, type Path, type Report } from '../issues/report'
import type { ChildRow, Definition, Place, Row } from '../options/table'
import { reportUnknown } from '../options/unknown-option'
import { looksLikeSsml } from '../speech/speech-text'
import { ElementOrigin } from './element-origin'
import { reportMisplaced } from './misplaced'
import { type ObjectNode, settledElements } from './node'
import { writeSpeech } from './speech'

/** An NCCO object with where its author wrote it and its parts. */
export interface Written {
  readonly object: JsonObject
  readonly origin: Origin
}

/** An element that is being written. */
interface WritePlace extends Place {
  readonly node: ObjectNode
  readonly origin: ElementOrigin
}

/**
 * Writes an element of the vocabulary as its NCCO object. Reports only what the object cannot show, such as a child in the wrong
 * place; the rules are for `check`, which finds the element of a value by its origin.
 */
export function writeObject(
  node: ObjectNode,
  definition: Definition,
  path: Path,
  report: Report,
): Written {
  const { start, presence, text } = definition.table
  const object = start()
  const origin = new ElementOrigin(node)
  const at = located(path, origin)
  const place: WritePlace = { node, object: definition, path: at, report, origin }
  // Set first, so that it stands where a reader of the NCCO expects it.
  if (presence) object[presence.key] = []
  if (text) writeText(text, object, place)
  writeProps(object, place)
  const names = text ? [] : writeChildren(object, place)
  if (presence) {
    if (names.length > 0) object[presence.key] = names
    else delete object[presence.key]
  }
  writeUnchecked(object, place)
  return { object, origin }
}

function writeText(row: Row, object: JsonObject, place: WritePlace): void {
  const { node, object: definition, report, origin } = place
  const path = below(place.path, row.key)
  const spoken = writeSpeech(node, { object: definition, path, report })
  const { markupProp } = definition.table
  const markup = markupProp && node.props[markupProp]
  if (spoken !== undefined) {
    if (markup !== undefined) report('text-and-ssml', path, {})
    object[row.key] = spoken.text
    if (spoken.tags.length > 0) {
      const ofText = new ElementOrigin(node)
      for (const [index, tag] of spoken.tags.entries()) {
        if (tag) ofText.addPart(index, new ElementOrigin(tag))
      }
      origin.addPart(row.key, ofText)
    }
    return
  }
  if (typeof markup === 'string' && markup !== '' && !looksLikeSsml(markup)) {
    const why = 'it does not start with <speak>'
    const remedy = 'Put it inside <speak>…</speak>, or between the tags of <Talk>.'
    report('ssml-malformed', path, { object: definition, why, remedy })
  }
  if (markup !== undefined) writeOption(markup, row, object, place)
}

function writeProps(object: JsonObject, place: WritePlace): void {
  const { byProp, extras, markupProp } = place.object.table
  const { props } = place.node
  for (const prop of Object.keys(props)) {
    const value = props[prop]
    if (value === undefined) continue
    const row = byProp.get(prop)
    if (row) writeOption(value, row, object, place)
    else if (prop === 'children' || prop === 'key' || prop === 'unchecked') continue
    else if (prop === markupProp) continue
    else if (extras[prop]) writeExtra(value, prop, object, place)
    else reportUnknown(prop, 'prop', place)
  }
}

function writeOption(value: unknown, row: Row, object: JsonObject, place: WritePlace): void {
  const wire = toWire(value, row.key, place)
  if (wire !== undefined) object[row.key] = row.rule.kind === 'one' ? [wire] : wire
}

function writeExtra(value: unknown, key: string, object: JsonObject, place: WritePlace): void {
  const wire = toWire(value, key, place)
  if (wire !== undefined) object[key] = wire
}

/**
 * The value as the NCCO spells it. A value of the wrong type stays as it is, for the check to find; an object
 * is copied, so that nothing in it can change after the check.
 */
function toWire(value: unknown, key: string, place: WritePlace): Json | undefined {
  if (typeof value !== 'object' || value === null) return value as Json
  return toJson(value, below(place.path, key), place.report)
}

/** Writes the child elements. Returns the keys of those that are there. */
function writeChildren(object: JsonObject, place: WritePlace): string[] {
  const { node, path, report } = place
  const keys: string[] = []
  for (const child of settledElements(node.children)) {
    if (child.kind === 'tag') {
      reportMisplaced(child, node, path, report)
    } else if (child.kind === 'fault') {
      child.tell(path, report)
    } else {
      const { definition } = child
      const row = place.object.table.childOf.get(definition.component)
      if (!row || definition.kind === 'raw') reportMisplaced(child, node, path, report)
      else if (keys.includes(row.key)) reportSecond(child, row, place)
      else {
        keys.push(row.key)
        writeChild(child, definition, row, object, place)
      }
    }
  }
  return keys
}

function reportSecond(
  child: ObjectNode,
  { key, rule }: ChildRow,
  { object: owner, path, report }: WritePlace,
): void {
  const at = located(below(path, key), new ElementOrigin(child))
  report('too-many-children', at, { owner, key, objects: rule.definitions })
}

function writeChild(
  child: ObjectNode,
  definition: Definition,
  { key, rule }: ChildRow,
  object: JsonObject,
  { path, origin, report }: WritePlace,
): void {
  const at = rule.inArray ? below(below(path, key), 0) : below(path, key)
  const written = writeObject(child, definition, at, report)
  if (rule.inArray) {
    const ofArray = new ElementOrigin(child)
    ofArray.addPart(0, written.origin)
    origin.addPart(key, ofArray)
  } else {
    origin.addPart(key, written.origin)
  }
  if (rule.bare === 'write' || Object.keys(written.object).length > 0) {
    object[key] = rule.inArray ? [written.object] : written.object
  }
}

/** Adds the keys that the author asked not to check; only the rules between options meet them. */
function writeUnchecked(object: JsonObject, place: WritePlace): void {
  const { node, object: definition, origin, report } = place
  const { unchecked } = node.props
  if (unchecked === undefined) return
  // An origin without the parts, whose keys may stand here again.
  const path = located(place.path, new ElementOrigin(node))
  const json = toJson(unchecked, path, report)
  if (!isJsonObject(json)) {
    const detail = {
      what: `<${definition.component} unchecked>`,
      expected: 'an object',
      found: kindOf(unchecked),
    }
    if (json !== undefined) report('bad-escape', path, detail)
    return
  }
  for (const [key, value] of Object.entries(json)) {
    if (Object.hasOwn(object, key)) {
      report('set-twice', below(path, key), { object: definition, key })
    } else {
      setOwn(object, key, value)
      origin.addPart(key, new ElementOrigin(node, 'unchecked'))
    }
  }
}
