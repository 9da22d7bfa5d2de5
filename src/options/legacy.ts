import type { OptionPlace } from './place'
import { text } from './rules/text'

/** An option of older NCCOs. */
export interface LegacyOption {
  /** The options that are written today instead, if the platform still understands the old one. */
  readonly today?: readonly string[]
  /** Reports the option, and what is wrong with its value. */
  readonly check: (value: unknown, place: OptionPlace) => void
}

/** A text that the platform still understands, though other options are written today. */
/* @__NO_SIDE_EFFECTS__ */
export function replacedBy(...today: readonly string[]): LegacyOption {
  return {
    today,
    check(value, place) {
      const { object, option: given, path, report } = place
      report('legacy-option', path, { object, given, today })
      text().check(value, place)
    },
  }
}
