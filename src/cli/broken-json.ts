import { parse } from '@humanwhocodes/momoa'
import { type FileIssue, fileIssue, type Position, type Range } from './file-issue'
import type { JsonFault } from './messages'

/** The issue that says why a text is not JSON. */
export function brokenJson(text: string): FileIssue {
  const [fault, start] = findFault(text)
  return fileIssue('broken-json', fault, { range: toRange(start) })
}

function findFault(text: string): [fault: JsonFault, start?: Position | undefined] {
  if (text.trim() === '') return [{ fault: 'empty' }]
  if (text.includes('\0')) return [{ fault: 'not-utf-8' }]
  const place = placeOfFault(text)
  if (place) return [faultAt(place, text), place]
  return [{ fault: 'control-character' }, controlCharacterIn(text)]
}

/** A place in a text, also as the number of characters before it. */
type FaultPlace = Position & { readonly offset: number }

/** The place at which the text stops being JSON. */
function placeOfFault(text: string): FaultPlace | undefined {
  try {
    parse(text, { mode: 'json' })
    return undefined
  } catch (error) {
    const { line, column, offset } = error as Partial<FaultPlace>
    // Nesting deeper than the stack fails without a place.
    if (line === undefined || column === undefined) return { line: 1, column: 1, offset: 0 }
    return { line, column, offset: offset ?? 0 }
  }
}

function faultAt({ offset }: FaultPlace, text: string): JsonFault {
  if (text[offset] === '\\') return { fault: 'backslash' }
  if (isJson(text.slice(0, offset))) return { fault: 'more' }
  const closing = closingOf(text)
  // Deeper than any NCCO; it would be a long line.
  if (closing !== '' && closing.length < 20) return { fault: 'unclosed', closing }
  return { fault: 'syntax' }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The brackets that close what a text leaves open. */
function closingOf(text: string): string {
  const open: string[] = []
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[') open.push(']')
    else if (token === '{') open.push('}')
    else if (token === open.at(-1)) open.pop()
  }
  return open.reverse().join('')
}

/** The first control character inside a text; the parser that tells places lets them pass. */
function controlCharacterIn(text: string): Position | undefined {
  for (const found of text.matchAll(/"(?:[^"\\]|\\.)*"/gs)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    const control = /[\0-\x1f]/.exec(found[0])
    if (!control) continue
    const before = text.slice(0, found.index + control.index).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
  return undefined
}

function toRange(start: Position | undefined): Range | undefined {
  return start && { start, end: { line: start.line, column: start.column + 1 } }
}
