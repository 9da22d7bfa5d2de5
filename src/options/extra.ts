import type { OptionPlace } from './place'
import { text } from './rules/text'

/** An option beyond the reference. */
export interface ExtraOption {
  /**
   * `outdated`: the platform still understands it. `moved`: it stands in another object today. `undocumented`: it is seen in
   * samples or SDKs.
   */
  readonly kind: 'outdated' | 'moved' | 'undocumented'
  /** The options that are written today instead of an outdated one. */
  readonly today?: readonly string[]
  /** Reports the option, and what is wrong with its value. */
  readonly check: (value: unknown, place: OptionPlace) => void
}

/** A text that the platform still understands, though other options are written today. */
/* @__NO_SIDE_EFFECTS__ */
export function replacedBy(...today: readonly string[]): ExtraOption {
  return {
    kind: 'outdated',
    today,
    check(value, place) {
      const { object, option: given, path, report } = place
      report('legacy-option', path, { object, given, today })
      text().check(value, place)
    },
  }
}

/** An option that is in no reference, but in samples or SDKs. Its values are unknown. */
export const undocumented: ExtraOption = {
  kind: 'undocumented',
  check(_, { object, option: given, path, report }) {
    report('undocumented-option', path, { object, given })
  },
}
