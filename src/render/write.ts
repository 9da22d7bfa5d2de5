import { below, type Path } from '../issues/report'
import { isJsonObject, type Json, type JsonObject, kindOf, setOwn, toJson } from '../options/json'
import type { ChildRule, Definition, Row, Rule } from '../options/table'
import { reportUnknown } from '../options/unknown-option'
import { looksLikeSsml } from '../vocabulary/speech-text'
import type { WrittenObject } from './locate'
import { reportMisplaced } from './misplaced'
import { type ObjectNode, originOf, type RenderReport, settled } from './node'
import { writeSpeech } from './speech'

/** Writes an element of the vocabulary as its NCCO object. */
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
  const tags = text ? writeText(node, definition, object, text, below(path, text.key), report) : []
  writeProps(node, definition, object, path, report)
  const inside = text ? {} : writeChildren(node, definition, object, path, report)
  if (presence) {
    const names = Object.keys(inside)
    if (names.length > 0) object[presence.key] = names
    else delete object[presence.key]
  }
  const unchecked = writeUnchecked(node, definition, object, path, report)
  return { node, object, unchecked, inside, tags }
}

function writeText(
  node: ObjectNode,
  definition: Definition,
  object: JsonObject,
  row: Row,
  path: Path,
  report: RenderReport,
): WrittenObject['tags'] {
  const spoken = writeSpeech(node, path, report)
  if (spoken !== undefined) object[row.key] = spoken.text
  const markup = node.props.ssml
  if (markup === undefined) return spoken?.tags ?? []
  if (spoken !== undefined) {
    report('text-and-ssml', path, {}, originOf(node))
    return spoken.tags
  }
  const wire = toWire(markup, row.rule, path, report)
  if (wire !== undefined) object[row.key] = wire
  if (typeof markup === 'string' && markup !== '' && !looksLikeSsml(markup)) {
    const why = 'it does not start with <speak>'
    report('ssml-malformed', path, { object: definition, why }, originOf(node))
  }
  return []
}

function writeProps(
  { props }: ObjectNode,
  definition: Definition,
  object: JsonObject,
  path: Path,
  report: RenderReport,
): void {
  for (const prop of Object.keys(props)) {
    if (prop === 'children' || prop === 'key' || prop === 'unchecked') continue
    if (prop === 'ssml' && definition.text) continue
    const value = props[prop]
    if (value === undefined) continue
    const row = definition.byProp[prop]
    if (row) {
      const wire = toWire(value, row.rule, below(path, row.key), report)
      if (wire !== undefined) object[row.key] = wire
    } else if (definition.legacy[prop]) {
      const wire = toWire(value, { kind: 'text' }, below(path, prop), report)
      if (wire !== undefined) object[prop] = wire
    } else {
      reportUnknown(prop, 'prop', { object: definition, path, report })
    }
  }
}

/**
 * The value as the NCCO spells it. What is of the wrong type stays as it is, for the check to find; an object
 * is copied, so that nothing in it can change after the check.
 */
function toWire(value: unknown, rule: Rule, path: Path, report: RenderReport): Json | undefined {
  if (rule.kind === 'one') {
    const only = toWire(value, rule.of, path, report)
    return only === undefined ? undefined : [only]
  }
  if (typeof value === 'object' && value !== null) return toJson(value, path, report)
  return value as Json
}

function writeChildren(
  node: ObjectNode,
  definition: Definition,
  object: JsonObject,
  path: Path,
  report: RenderReport,
): Record<string, WrittenObject> {
  const inside: Record<string, WrittenObject> = {}
  for (const child of settled(node.children)) {
    if (typeof child === 'object' && child.kind === 'fault') {
      child.tell(path, report)
      continue
    }
    const isObject = typeof child === 'object' && child.kind === 'object'
    const place = isObject ? findPlace(child, definition) : undefined
    if (!isObject || !place) reportMisplaced(child, node, path, report)
    else if (!Object.hasOwn(inside, place.key)) {
      inside[place.key] = writeChild(child, place, object, path, report)
    } else {
      const { key, rule } = place
      const names = rule.definitions.map(({ component }) => component)
      const detail = { owner: definition, key, names }
      report('too-many-children', below(path, key), detail, originOf(child))
    }
  }
  return inside
}

function writeChild(
  child: ObjectNode,
  { key, rule, own }: ChildPlace,
  object: JsonObject,
  path: Path,
  report: RenderReport,
): WrittenObject {
  const at = rule.inArray ? below(below(path, key), 0) : below(path, key)
  const written = writeObject(child, own, at, report)
  const isBare = Object.keys(written.object).length === 0
  if (!isBare || rule.bare === 'write') {
    object[key] = rule.inArray ? [written.object] : written.object
  }
  return written
}

/** The key of a child in its owner, the rule that it comes under, and its own table. */
interface ChildPlace {
  readonly key: string
  readonly rule: ChildRule
  readonly own: Definition
}

/** Where a child goes. Compared by name, because it may come from another copy of the package. */
function findPlace({ definition }: ObjectNode, owner: Definition): ChildPlace | undefined {
  if (definition.kind === 'raw') return undefined
  for (const { key, rule } of owner.children) {
    const isMeant = rule.definitions.some(({ component }) => component === definition.component)
    if (isMeant) return { key, rule, own: definition }
  }
  return undefined
}

const noKeys: ReadonlySet<string> = new Set()

function writeUnchecked(
  node: ObjectNode,
  definition: Definition,
  object: JsonObject,
  path: Path,
  report: RenderReport,
): ReadonlySet<string> {
  const { unchecked } = node.props
  if (unchecked === undefined) return noKeys
  // What JSON cannot hold is an error even here, so its origin is given: a path into it is not looked at.
  const json = toJson(unchecked, path, (code, at, detail) =>
    report(code, at, detail, originOf(node)),
  )
  if (!isJsonObject(json)) {
    const detail = {
      what: `<${definition.component} unchecked>`,
      expected: 'an object',
      found: kindOf(unchecked),
    }
    if (json !== undefined) report('bad-escape', path, detail, originOf(node))
    return noKeys
  }
  for (const [key, value] of Object.entries(json)) {
    if (Object.hasOwn(object, key)) {
      report('set-twice', below(path, key), { object: definition, key }, originOf(node))
    } else {
      setOwn(object, key, value)
    }
  }
  return new Set(Object.keys(json))
}
