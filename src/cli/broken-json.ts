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
    return [
      'This is not JSON, so the platform could not read it.',
      'Write names and texts in double quotes, a comma between entries and none after the last, and no comments.',
      fault,
    ]
  }
  return [
    'This is not JSON, because a text in it holds a line break or another control character as it is.',
    'Write a line break in a text as \\n and a tab as \\t.',
    controlCharacterIn(text),
  ]
}

/** Where the text stops being JSON. */
function faultIn(text: string): Position | undefined {
  try {
    parse(text, { mode: 'json' })
    return undefined
  } catch (error) {
    const { line, column } = error as Partial<Position>
    // What is nested deeper than the stack fails without a place.
    return line === undefined || column === undefined ? { line: 1, column: 1 } : { line, column }
  }
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
