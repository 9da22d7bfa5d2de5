import { type DocumentNode, type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import { brokenJson } from './broken-json'
import { type FileIssue, fileIssue, type Range } from './file-issue'

/** A JSON text: its value, and the place of each part of it. */
export interface JsonText {
  readonly value: unknown
  /** The range of a JSON pointer; if nothing stands there, the range of the value that should hold it. */
  readonly placeOf: (pointer: string) => Range | undefined
  /** Keys that are written twice in one object, which JSON allows; the first is lost. */
  readonly issues: readonly FileIssue[]
}

/** Parses JSON as the platform does; gives the issue that says what is wrong with it. */
export function parseJson(text: string): JsonText | FileIssue {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return brokenJson(text)
  }
  const root = readTree(text)?.body
  return {
    value,
    placeOf: (pointer) => root && placeOf(root, pointer),
    issues: root ? [...duplicateKeys(root, '')] : [],
  }
}

/** The text as a tree; `undefined` if it is nested deeper than the stack. */
function readTree(text: string): DocumentNode | undefined {
  try {
    return parse(text, { mode: 'json' })
  } catch {
    return undefined
  }
}

function placeOf(root: ValueNode, pointer: string): Range {
  let node: ValueNode | MemberNode = root
  for (const segment of pointer.split('/').slice(1)) {
    const next = childOf(node.type === 'Member' ? node.value : node, segment)
    if (!next) break
    node = next
  }
  return rangeOf(node)
}

function childOf(value: ValueNode, segment: string): ValueNode | MemberNode | undefined {
  if (value.type === 'Array') return value.elements[Number(segment)]?.value
  if (value.type !== 'Object') return undefined
  const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
  // JSON keeps the last of several equal keys.
  return value.members.findLast((member) => keyOf(member) === key)
}

/** The range of a node; if it spans lines, that of the name or bracket that opens it. */
function rangeOf(node: ValueNode | MemberNode): Range {
  const { start, end } = node.loc
  if (start.line === end.line) return { start, end }
  const opens = { line: start.line, column: start.column + 1 }
  return { start, end: node.type === 'Member' ? node.name.loc.end : opens }
}

function* duplicateKeys(value: ValueNode, path: string): Generator<FileIssue> {
  if (value.type === 'Array') {
    for (const [index, element] of value.elements.entries()) {
      yield* duplicateKeys(element.value, `${path}/${index}`)
    }
  }
  if (value.type !== 'Object') return
  const last = new Map(value.members.map((member) => [keyOf(member), member]))
  for (const member of value.members) {
    const key = keyOf(member)
    const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (last.get(key) === member) yield* duplicateKeys(member.value, at)
    else yield fileIssue('duplicate-key', {}, { path: at, range: rangeOf(member) })
  }
}

function keyOf({ name }: MemberNode): string {
  return name.type === 'String' ? name.value : name.name
}
