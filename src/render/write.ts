import { isJsonObject, type Json, type JsonObject, setOwn } from '../element/json'
import { toJson } from '../element/to-json'
import { kindOf } from '../issues/kind'
import { below, type Path } from '../issues/report'
import { checkLegacy, checkOption, checkWhole } from '../options/check-object'
import type { LegacyOption } from '../options/legacy'
import type { ChildRow, Definition, Row } from '../options/table'
import { reportUnknown } from '../options/unknown-option'
import { looksLikeSsml } from '../speech/speech-text'
import type { WrittenObject } from './locate'
import { reportMisplaced } from './misplaced'
import {
  type ObjectNode,
  originOfNode,
  type RenderReport,
  settledElements,
  type WritePlace,
} from './node'
import { writeSpeech } from './speech'

/**
 * Writes an element of the vocabulary as its NCCO object, and checks each option as it is written. What the author asked not to
 * check is added at the end, where only the rules between options meet it.
 */
export function writeObject(
  node: ObjectNode,
  definition: Definition,
  path: Path,
  report: RenderReport,
): WrittenObject {
  const object: JsonObject = {}
  const { tag, presence, text } = definition
  if (tag) object[tag[0]] = tag[1]
  // Set first, so that it stands where a reader of the NCCO expects it.
  if (presence) object[presence.key] = []
  const place = { object: definition, path, report }
  const tags = text ? writeText(node, text, object, place) : noTags
  writeProps(node, object, place)
  const inside = text ? noObjects : writeChildren(node, object, place)
  if (presence) {
    const names = Object.keys(inside)
    if (names.length > 0) object[presence.key] = names
    else delete object[presence.key]
  }
  const unchecked = writeUnchecked(node, object, place)
  checkWhole(object, place)
  return { node, object, unchecked, inside, tags }
}

const noTags: WrittenObject['tags'] = []
const noObjects: WrittenObject['inside'] = {}
const noKeys: WrittenObject['unchecked'] = new Set()

function writeText(
  node: ObjectNode,
  row: Row,
  object: JsonObject,
  place: WritePlace,
): WrittenObject['tags'] {
  const { object: definition, report } = place
  const path = below(place.path, row.key)
  const spoken = writeSpeech(node, { object: definition, path, report })
  const markup = definition.markupProp && node.props[definition.markupProp]
  if (spoken !== undefined) {
    if (markup !== undefined) report('text-and-ssml', path, {}, originOfNode(node))
    object[row.key] = spoken.text
    checkOption(spoken.text, row, place)
    return spoken.tags
  }
  if (typeof markup === 'string' && markup !== '' && !looksLikeSsml(markup)) {
    const why = 'it does not start with <speak>'
    const remedy = 'Put it inside <speak>…</speak>, or between the tags of <Talk>.'
    report('ssml-malformed', path, { object: definition, why, remedy }, originOfNode(node))
  }
  if (markup !== undefined) writeOption(markup, row, object, place)
  return noTags
}

function writeProps({ props }: ObjectNode, object: JsonObject, place: WritePlace): void {
  const { byProp, legacy, markupProp } = place.object
  for (const prop of Object.keys(props)) {
    const value = props[prop]
    if (value === undefined) continue
    const row = byProp.get(prop)
    if (row) writeOption(value, row, object, place)
    else if (prop === 'children' || prop === 'key' || prop === 'unchecked') continue
    else if (prop === markupProp) continue
    else if (legacy[prop]) writeLegacy(value, prop, legacy[prop], object, place)
    else reportUnknown(prop, 'prop', place)
  }
}

function writeOption(value: unknown, row: Row, object: JsonObject, place: WritePlace): void {
  const single = toWire(value, row.key, place)
  if (single === undefined) return
  const wire = row.rule.kind === 'one' ? [single] : single
  object[row.key] = wire
  checkOption(wire, row, place)
}

function writeLegacy(
  value: unknown,
  key: string,
  legacy: LegacyOption,
  object: JsonObject,
  place: WritePlace,
): void {
  const wire = toWire(value, key, place)
  if (wire === undefined) return
  object[key] = wire
  checkLegacy(wire, key, legacy, place)
}

/**
 * The value as the NCCO spells it. What is of the wrong type stays as it is, for the check to find; an object
 * is copied, so that nothing in it can change after the check.
 */
function toWire(value: unknown, key: string, place: WritePlace): Json | undefined {
  if (typeof value !== 'object' || value === null) return value as Json
  return toJson(value, below(place.path, key), place.report)
}

function writeChildren(
  node: ObjectNode,
  object: JsonObject,
  place: WritePlace,
): WrittenObject['inside'] {
  if (node.children.length === 0) return noObjects
  const { path, report } = place
  const inside: Record<string, WrittenObject> = {}
  for (const child of settledElements(node.children)) {
    if (child.kind === 'tag') {
      reportMisplaced(child, node, path, report)
    } else if (child.kind === 'fault') {
      child.tell(path, report)
    } else {
      const { definition } = child
      const row = place.object.childOf.get(definition.component)
      if (!row || definition.kind === 'raw') reportMisplaced(child, node, path, report)
      else if (Object.hasOwn(inside, row.key)) reportSecond(child, row, place)
      else inside[row.key] = writeChild(child, definition, row, object, place)
    }
  }
  return inside
}

function reportSecond(
  child: ObjectNode,
  { key, rule }: ChildRow,
  { object: owner, path, report }: WritePlace,
): void {
  const names = rule.definitions.map(({ component }) => component)
  report('too-many-children', below(path, key), { owner, key, names }, originOfNode(child))
}

function writeChild(
  child: ObjectNode,
  definition: Definition,
  { key, rule }: ChildRow,
  object: JsonObject,
  { path, report }: WritePlace,
): WrittenObject {
  const at = rule.inArray ? below(below(path, key), 0) : below(path, key)
  const written = writeObject(child, definition, at, report)
  if (rule.bare === 'write' || Object.keys(written.object).length > 0) {
    object[key] = rule.inArray ? [written.object] : written.object
  }
  return written
}

function writeUnchecked(
  node: ObjectNode,
  object: JsonObject,
  { object: definition, path, report }: WritePlace,
): WrittenObject['unchecked'] {
  const { unchecked } = node.props
  if (unchecked === undefined) return noKeys
  // What JSON cannot hold is an error even here, so its origin is given: a path into it is not looked at.
  const json = toJson(unchecked, path, (code, at, detail) =>
    report(code, at, detail, originOfNode(node)),
  )
  if (!isJsonObject(json)) {
    const detail = {
      what: `<${definition.component} unchecked>`,
      expected: 'an object',
      found: kindOf(unchecked),
    }
    if (json !== undefined) report('bad-escape', path, detail, originOfNode(node))
    return noKeys
  }
  for (const [key, value] of Object.entries(json)) {
    if (Object.hasOwn(object, key)) {
      report('set-twice', below(path, key), { object: definition, key }, originOfNode(node))
    } else {
      setOwn(object, key, value)
    }
  }
  return new Set(Object.keys(json))
}
