import { type DocumentNode, type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import type { FileIssue, Position, Range } from './file-issue'

/** Parses JSON as the platform does; gives the issue that says what is wrong with it. */
export function parseJson(text: string): { readonly value: unknown } | FileIssue {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return brokenJson(text)
  }
}

function brokenJson(text: string): FileIssue {
  const isEmpty = text.trim() === ''
  return {
    code: 'broken-json',
    severity: 'error',
    message: isEmpty
      ? 'There is no text in it, so there is no JSON.'
      : 'This is not JSON, so the platform could not read it.',
    remedy: isEmpty
      ? 'Write an array of actions: [{ "action": "talk", "text": "Hello" }].'
      : 'Write names and texts in double quotes, a comma between entries and none after the last, and no comments.',
    path: '',
    range: isEmpty ? undefined : faultIn(text),
  }
}

/** Where the text stops being JSON. */
function faultIn(text: string): Range | undefined {
  try {
    parse(text, { mode: 'json' })
    return undefined
  } catch (error) {
    const { line, column } = error as Partial<Position>
    if (line === undefined || column === undefined) return undefined
    return { start: { line, column }, end: { line, column: column + 1 } }
  }
}

/** Finds the places of JSON pointers in a text. */
export function placesIn(text: string): (pointer: string) => Range | undefined {
  let document: DocumentNode | undefined
  try {
    document = parse(text, { mode: 'json' })
  } catch {
    // What is nested deeper than the stack has no places; the pointers still tell them.
  }
  return (pointer) => document && placeOf(document.body, pointer)
}

/** The place of a pointer; of what is missing, the place of what should hold it. */
function placeOf(root: ValueNode, pointer: string): Range {
  let node: ValueNode | MemberNode = root
  for (const segment of pointer.split('/').slice(1)) {
    const next = childOf(node.type === 'Member' ? node.value : node, segment)
    if (!next) break
    node = next
  }
  const { start, end } = node.loc
  // Of what spans lines, the name or bracket that opens it.
  if (start.line === end.line) return { start, end }
  const first = node.type === 'Member' ? node.name.loc.end : { ...start, column: start.column + 1 }
  return { start, end: first }
}

function childOf(value: ValueNode, segment: string): ValueNode | MemberNode | undefined {
  if (value.type === 'Array') return value.elements[Number(segment)]?.value
  if (value.type !== 'Object') return undefined
  const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
  // The last of several is the one that counts.
  return value.members.findLast(({ name }) => name.type === 'String' && name.value === key)
}
