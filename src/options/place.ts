import { kindOf } from '../issues/kind'
import type { Detail, NccoCode } from '../issues/messages'
import type { TypeMistake } from '../issues/messages/options'
import { below, type Path, type Report } from '../issues/report'
import type { Named, NamedOption } from '../issues/words'

/** The place of the value of an option in an NCCO. */
export interface OptionPlace {
  readonly object: Named
  readonly option: NamedOption
  readonly path: Path
  readonly report: Report
  /** The value stands in an array of one, which TSX writes without the array. */
  readonly isOnly?: true
}

/** Reports what is wrong with a value. `more` is the detail beyond the option. */
export function reportValue<C extends NccoCode>(
  code: C,
  { object, option, path, report }: OptionPlace,
  more: Omit<Detail<C>, 'object' | 'option'>,
): void {
  report(code, path, { object, option, ...more } as Detail<C>)
}

/** The place of a value inside the value of an option. */
export function inside(place: OptionPlace, key: string | number): OptionPlace {
  return { ...place, path: below(place.path, key) }
}

/** Reports a value of another JSON type than expected. */
export function wrongType(
  expected: string,
  value: unknown,
  place: OptionPlace,
  more: {
    readonly mistake?: TypeMistake | undefined
    readonly values?: readonly string[]
  } = {},
): void {
  const found = kindOf(value)
  const mistake = place.isOnly && Array.isArray(value) ? 'bracketed' : more.mistake
  reportValue('wrong-type', place, { ...more, expected, found, mistake })
}
