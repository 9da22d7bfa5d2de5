import { visible } from '../issues/words'
import type { Range } from './file-issue'

// As wide as a terminal can show beside the line numbers.
const widest = 100

// As many lines before and after as show the object that something stands in.
const around = 2

/** Shows places in a text, each with the lines around it and a mark below. */
export function makeFrames(text: string): (range: Range) => string {
  const lines = text.split(/\r\n|\r|\n/)
  return ({ start, end }) => {
    const first = Math.max(1, start.line - around)
    const shown = lines.slice(first - 1, start.line + around)
    const isNarrow = shown.every((line) => line.length <= widest)
    const from = isNarrow ? 0 : Math.max(0, start.column - 1 - widest / 4)
    const cut = shown.map((line) => line.slice(from, from + widest))
    const digits = String(first + cut.length - 1).length
    return cut
      .flatMap((line, index) => {
        const number = String(first + index).padStart(digits)
        const written = ` ${number} | ${shownText(line)}`.trimEnd()
        if (first + index !== start.line) return [` ${written}`]
        const before = shownText(line.slice(0, start.column - 1 - from)).length
        const marked = shownText(line.slice(start.column - 1 - from, end.column - 1 - from)).length
        const mark = '^'.repeat(Math.max(1, marked))
        return [`>${written}`, `  ${' '.repeat(digits)} | ${' '.repeat(before)}${mark}`]
      })
      .join('\n')
  }
}

/** A part of a line as it is shown: a tab is as wide as a space, so that the mark stands below its place. */
function shownText(line: string): string {
  return visible(line.replaceAll('\t', ' '))
}
