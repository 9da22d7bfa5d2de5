import { parse } from '@humanwhocodes/momoa'
import type { FileIssue, Position, Range } from './file-issue'

/** The issue that says why a text is not JSON. */
export function brokenJson(text: string): FileIssue {
  const [message, remedy, start] = explain(text)
  return {
    code: 'broken-json',
    severity: 'error',
    message,
    remedy,
    path: '',
    range: toRange(start),
  }
}

function explain(text: string): [message: string, remedy: string, start?: Position | undefined] {
  if (text.trim() === '') {
    return [
      'There is no text in it, so there is no JSON.',
      'Write an array of actions: [{ "action": "talk", "text": "Hello" }].',
    ]
  }
  if (text.includes('\0'))
    return ['The text is not UTF-8, or holds null characters.', 'Save it as UTF-8.']
  const fault = faultIn(text)
  if (fault) {
    return ['This is not JSON, so the platform could not read it.', remedyAt(fault, text), fault]
  }
  return [
    'This is not JSON, because a text in it holds a line break or another control character as it is.',
    'Write a line break in a text as \\n and a tab as \\t.',
    controlCharacterIn(text),
  ]
}

/** A place in a text, also as the number of characters before it. */
type Fault = Position & { readonly offset: number }

/** Where the text stops being JSON. */
function faultIn(text: string): Fault | undefined {
  try {
    parse(text, { mode: 'json' })
    return undefined
  } catch (error) {
    const { line, column, offset } = error as Partial<Fault>
    // What is nested deeper than the stack fails without a place.
    if (line === undefined || column === undefined) return { line: 1, column: 1, offset: 0 }
    return { line, column, offset: offset ?? 0 }
  }
}

function remedyAt({ offset }: Fault, text: string): string {
  if (text[offset] === '\\') {
    return 'After a backslash write one of " \\ / b f n r t, or u and four hexadecimal digits.'
  }
  if (isJson(text.slice(0, offset))) {
    return 'Let nothing follow the array: another NCCO needs a file of its own, and JSON has no comments.'
  }
  const closing = closingOf(text)
  // Deeper than any NCCO; it would be a long line.
  if (closing !== '' && closing.length < 20) return `Close what is open at the end: ${closing}`
  return 'Write names and texts in double quotes, a comma between entries and none after the last, and no comments.'
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
