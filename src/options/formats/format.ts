import { type OptionPlace, reportValue } from '../place'

/** Reports what is wrong with the format of a text. */
export interface Format {
  (value: string, place: OptionPlace): void
  /** The pattern of right texts, if it says all of the format and every other text is an error. */
  readonly pattern?: RegExp
  /** Whether a text is right beyond doubt, if no pattern says it. */
  readonly accepts?: (value: string) => boolean
  /** Whether its texts are the author's, not a caller's. */
  readonly isAuthors?: boolean
}

// An engine remembers each character of a text that it may have to come back to, and throws when that takes too much room.
const mostCharacters = 1_000_000

/** Whether a pattern matches a text. No text of a right NCCO is as long as an engine cannot match. */
export function matches(pattern: RegExp, text: string): boolean {
  return text.length <= mostCharacters && pattern.test(text)
}

/** A format that accepts many texts at once; `check` looks closely at the others. */
/* @__NO_SIDE_EFFECTS__ */
export function accepting(
  accepts: (value: string) => boolean,
  check: (value: string, place: OptionPlace) => void,
  more: Pick<Format, 'isAuthors'> = {},
): Format {
  const format = (value: string, place: OptionPlace) => {
    if (!accepts(value)) check(value, place)
  }
  return Object.assign(format, { accepts, ...more })
}

/** A format that a pattern says. */
export type PatternFormat = Format & { readonly pattern: RegExp }

/** The format of texts that match a pattern; `report` says what is wrong with any other. */
/* @__NO_SIDE_EFFECTS__ */
export function matching(
  pattern: RegExp,
  report: (value: string, place: OptionPlace) => void,
): PatternFormat {
  const format = (value: string, place: OptionPlace) => {
    if (!matches(pattern, value)) report(value, place)
  }
  return Object.assign(format, { pattern })
}

/** The format of texts that match a pattern; `expected` describes them. */
/* @__NO_SIDE_EFFECTS__ */
export function pattern(pattern: RegExp, expected: string): PatternFormat {
  return matching(pattern, (_, place) => reportValue('bad-format', place, { expected }))
}
