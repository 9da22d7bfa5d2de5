import type { OptionPlace } from '../place'

/** The behaviour of a rule of any kind. */
export interface RuleOf<Kind extends string> {
  readonly kind: Kind
  /**
   * Whether a value is right beyond doubt; the fast path, which needs neither a place nor a message. It may refuse a right value
   * where only `check` can tell: with a format that has no pattern, with steps, and for objects.
   */
  readonly accepts: (value: unknown) => boolean
  /** Reports what is wrong with a value. It reports nothing about a value that `accepts` accepts. */
  readonly check: (value: unknown, place: OptionPlace) => void
}

/** The type of an option in TSX. Only for the compiler: it holds a table to the types of its interface. */
export interface Takes<T> {
  readonly takes?: (value: T) => T
}

/** For rules that always need the closer look. */
export function acceptsNothing(): boolean {
  return false
}
