import type { Json } from '../../element/json'
import type { OptionPlace } from '../place'

/** The behaviour of a rule of any kind. */
export interface RuleOf<Kind extends string> {
  readonly kind: Kind
  /**
   * Whether a value of the NCCO is right beyond doubt, with each part of it read once; the fast path, which needs neither a place nor
   * a message. It may refuse a right value where only `check` can tell.
   */
  readonly accepts: (value: unknown) => boolean
  /**
   * The value of the NCCO for a prop that is right beyond doubt; `undefined` for any other prop. Absent if that value is the prop
   * itself, where `accepts` accepts it.
   */
  readonly draft?: Copy | undefined
  /**
   * The JSON text of what `draft` makes, without making it; `undefined` for any other prop, and where only `draft` can tell. Absent where a
   * text takes as long to make from the value.
   */
  readonly draftText?: ((given: unknown) => string | undefined) | undefined
  /**
   * The copy of a value of the NCCO that is right beyond doubt, for the rules between options that look into it; `undefined` for any
   * other. Absent if none does, where `accepts` accepts it.
   */
  readonly copy?: Copy | undefined
  /** Reports what is wrong with a value. It reports nothing about a value that `accepts` accepts. */
  readonly check: (value: unknown, place: OptionPlace) => void
}

/** Makes the value of the NCCO, and reads everything once. */
type Copy = (given: unknown) => Json | undefined

/** The type of an option in TSX. Only for the compiler: it holds a table to the types of its interface. */
export interface Takes<T> {
  readonly takes?: (value: T) => T
}
