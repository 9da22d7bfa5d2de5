import { dialogError } from './error'
import { assertProp } from './question-options'

/** How many digits an {@link Ask} takes. */
export type DigitsOption =
  | number
  | {
      /**
       * The fewest digits.
       * @defaultValue 1
       */
      min?: number | undefined
      /** The most digits, up to 20. Keys end at once when there are so many. */
      max: number
      /** The key that ends the entry before `max`. Absent: only silence does. */
      terminator?: '#' | undefined
    }

/** The same, with every number. */
export interface Digits {
  readonly min: number
  readonly max: number
  readonly terminator: '#' | undefined
}

// The platform collects no more in one input.
const mostDigits = 20

export function toDigits(option: DigitsOption): Digits {
  const {
    min = 1,
    max,
    terminator,
  } = typeof option === 'number' ? { min: option, max: option } : { ...option }
  const isRange = Number.isInteger(min) && Number.isInteger(max) && min >= 1 && min <= max
  assertProp(
    isRange,
    'Ask',
    'digits',
    'a whole number above 0, or { min, max } of such numbers with min not above max',
  )
  assertProp(
    terminator === undefined || terminator === '#',
    'Ask',
    'terminator',
    '"#", the only key that the platform ends an entry at',
  )
  if (max > mostDigits) throw dialogError('too-many-digits', { digits: max })
  return { min, max, terminator }
}
