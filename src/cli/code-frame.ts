import { codeFrameColumns } from '@babel/code-frame'
import type { Range } from './file-issue'

declare module '@babel/code-frame' {
  // Since 7.29, and not in its types.
  interface BabelCodeFrameOptions {
    startLine?: number
  }
}

// As wide as a terminal can show beside the line numbers.
const widest = 100

// As many lines before and after as show the object that something stands in.
const around = 2

/** Shows places in a text, each with the lines around it and a mark below. */
export function makeFrames(text: string): (range: Range) => string {
  // Not all that JSON allows in a line is a line to a terminal.
  const lines = text.replace(/[\u2028\u2029]/g, ' ').split(/\r\n|\r|\n/)
  return ({ start, end }) => {
    const first = Math.max(1, start.line - around)
    const shown = lines.slice(first - 1, start.line + around)
    const isNarrow = shown.every((line) => line.length <= widest)
    const from = isNarrow ? 0 : Math.max(0, start.column - 1 - widest / 4)
    const cut = shown.map((line) => line.slice(from, from + widest))
    const onLine = cut[start.line - first] ?? ''
    return codeFrameColumns(
      cut.join('\n'),
      {
        start: { line: start.line, column: start.column - from },
        end: { line: end.line, column: Math.min(end.column - from, onLine.length + 1) },
      },
      { startLine: first, linesAbove: around, linesBelow: around },
    )
  }
}
