import { kindOf } from '../issues/kind'
import { below, type Path, type Report } from '../issues/report'
import type { Named, NamedOption } from '../issues/words'

/** Where in an NCCO the value of an option stands. */
export interface OptionPlace {
  readonly object: Named
  readonly option: NamedOption
  readonly path: Path
  readonly report: Report
}

/** The part of a detail that every message about a value needs. */
export function ofOption({ object, option }: OptionPlace): Pick<OptionPlace, 'object' | 'option'> {
  return { object, option }
}

/** The place of a value inside the value of an option. */
export function inside(
  { object, option, path, report }: OptionPlace,
  key: string | number,
): OptionPlace {
  return { object, option, path: below(path, key), report }
}

/** Reports a value of another JSON type than expected. */
export function wrongType(
  expected: string,
  value: unknown,
  place: OptionPlace,
  more: { readonly isQuoted?: boolean; readonly values?: readonly string[] } = {},
): void {
  const found = kindOf(value)
  place.report('wrong-type', place.path, { ...ofOption(place), expected, found, ...more })
}
