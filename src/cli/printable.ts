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
  const text = JSON.stringify(value, null, 2)
  return text.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}
