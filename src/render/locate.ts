import { nameOfEntry } from '../check/entry-name'
import { toIssue } from '../check/findings'
import type { Json, JsonObject } from '../element/json'
import { elementWords } from '../issues/element-words'
import { formatSource, type Issue } from '../issues/issue'
import { jsonWords } from '../issues/json-words'
import { type Finding, segments } from '../issues/report'
import { type ObjectNode, type Origin, originOfNode, type TagNode, toPlace } from './node'

/** An NCCO object with the element it comes from, for the places of what is found in it. */
export interface WrittenObject {
  readonly node: ObjectNode
  readonly object: JsonObject
  /** Keys that the author asked not to check. */
  readonly unchecked: ReadonlySet<string>
  /** The objects inside, by their key. */
  readonly inside: Readonly<Record<string, WrittenObject>>
  /** The SSML tags of its text, in document order; `undefined` for the `<speak>` that was added. */
  readonly tags: readonly (TagNode | undefined)[]
}

/** An entry of the NCCO with what it comes from; an entry of `<Raw>` has no written object. */
export interface WrittenEntry {
  readonly entry: Json
  readonly node: ObjectNode
  readonly written?: WrittenObject
}

/** A finding that may know its element; else its path leads there. */
export type RenderFinding = Finding & { readonly origin?: Origin | undefined }

/**
 * Gives what puts a finding into words and adds the element at fault. `undefined` for what the author asked not
 * to check; a warning for what stands in `<Raw>`.
 */
export function toElementIssues(
  entries: readonly WrittenEntry[],
): (finding: RenderFinding) => Issue | undefined {
  const words = elementWords((index) => nameOfAction(entries[index]) ?? `the action at /${index}`)
  const wordsOfRaw = jsonWords((index) => {
    return `${nameOfEntry(entries[index]?.entry) ?? 'the entry'} (/${index})`
  })
  return (finding) => {
    const { path, origin } = finding
    if (origin) return { ...toIssue(finding, words), ...toPlace(origin) }
    const [index, ...keys] = segments(path)
    const entry = index === undefined ? undefined : entries[Number(index)]
    if (!entry) return toIssue(finding, words)
    if (!entry.written) {
      const place = toPlace(originOfNode(entry.node))
      return { ...toIssue(finding, wordsOfRaw), severity: 'warning', ...place }
    }
    const node = nodeAt(entry.written, keys, finding)
    return node && { ...toIssue(finding, words), ...toPlace(originOfNode(node)) }
  }
}

function nameOfAction(entry: WrittenEntry | undefined): string | undefined {
  if (!entry) return undefined
  const { source, definition } = entry.node
  const name = `<${definition.component}>${source ? ` (${formatSource(source)})` : ''}`
  if (definition.kind !== 'raw') return name
  return `the ${nameOfEntry(entry.entry) ?? 'entry'} of ${name}`
}

/** The innermost element on the way; `undefined` if the way goes through an unchecked key. */
function nodeAt(
  entry: WrittenObject,
  keys: readonly string[],
  { detail }: RenderFinding,
): ObjectNode | TagNode | undefined {
  const { tagIndex } = detail as { tagIndex?: number }
  const tag = tagIndex === undefined ? undefined : entry.tags[tagIndex]
  if (tag) return tag
  let written = entry
  let isIndex = false
  for (const key of keys) {
    // Between a key such as `endpoint` and its object stands the index of an array of one.
    if (isIndex) {
      isIndex = false
      continue
    }
    if (written.unchecked.has(key)) return undefined
    const inner = Object.hasOwn(written.inside, key) ? written.inside[key] : undefined
    // What comes next leads into the value of an option.
    if (!inner) break
    isIndex = Array.isArray(written.object[key])
    written = inner
  }
  return written.node
}

/** The keys of each object in the order of its element: with the props that were not written in their places. */
export function keysOfElements(
  entries: readonly WrittenEntry[],
): (object: JsonObject) => readonly string[] {
  const elements = new Map<JsonObject, WrittenObject>()
  const todo = entries.flatMap(({ written }) => written ?? [])
  for (let next = todo.pop(); next; next = todo.pop()) {
    elements.set(next.object, next)
    todo.push(...Object.values(next.inside))
  }
  return (object) => {
    const written = elements.get(object)
    return written ? keysOfElement(written) : Object.keys(object)
  }
}

function keysOfElement({ node: { definition, props }, object }: WrittenObject): string[] {
  const keys = Object.keys(object)
  if (definition.kind === 'raw') return keys
  const given = Object.keys(props).map((prop) => definition.byProp.get(prop)?.key ?? prop)
  const isBeforeProps = (key: string) =>
    key === definition.tag?.[0] ||
    ['presence', 'text'].includes(definition.byKey.get(key)?.from ?? '')
  return [...new Set([...keys.filter(isBeforeProps), ...given, ...keys])]
}
