import { visible } from '../issues/words'

/** A text of several lines for a terminal: only its line ends and tabs are obeyed, everything else is shown. */
export function printable(text: string): string {
  return text
    .split(/(\n|\t)/)
    .map((part) => (part === '\n' || part === '\t' ? part : visible(part)))
    .join('')
}

/** JSON in which what a terminal obeys, hides or reorders by is written as an escape of JSON. */
export function printableJson(value: unknown): string {
  return escaped(JSON.stringify(value, null, 2))
}

/** The same on one line, with its end. */
export function printableLine(value: unknown): string {
  return `${escaped(JSON.stringify(value))}\n`
}

function escaped(json: string): string {
  return json.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}
