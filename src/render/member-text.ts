import type { LastDraft } from '../options/table'

/** Adds members, which begin with a comma, to the JSON text of an object. The comma is left out directly after the opening brace. */
export function joined(text: string, members: string): string {
  return text === '{' && members !== '' ? `{${members.slice(1)}` : text + members
}

/**
 * The text with one member more, if it is kept: that is what was put together twice in the same way. To add many small texts costs more,
 * also for whoever reads the result.
 */
export function keptWith(
  text: string,
  member: string,
  last: LastDraft | undefined,
): string | undefined {
  if (last === undefined || last.text !== member) return undefined
  if (last.before !== text) {
    last.before = text
    last.upTo = ''
    return undefined
  }
  if (last.upTo === '') last.upTo = flat(joined(text, member))
  return last.upTo
}

/** The same text. An engine keeps one that was put together in parts, until it is read; it is then one piece wherever it is used. */
export function flat(text: string): string {
  return Number.isNaN(text.charCodeAt(0)) ? '' : text
}
