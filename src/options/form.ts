import type { OptionPlace, PatternForm } from './table'

/** The form of texts that match a pattern; `report` says what is wrong with any other. */
/* @__NO_SIDE_EFFECTS__ */
export function matching(
  pattern: RegExp,
  report: (value: string, place: OptionPlace) => void,
): PatternForm {
  const form = (value: string, place: OptionPlace) => {
    if (!pattern.test(value)) report(value, place)
  }
  return Object.assign(form, { pattern })
}

/** The form of texts that match a pattern; `expected` says in words which those are. */
/* @__NO_SIDE_EFFECTS__ */
export function written(pattern: RegExp, expected: string): PatternForm {
  return matching(pattern, (_, { object, option, path, report }) => {
    report('bad-format', path, { object, option, expected })
  })
}
