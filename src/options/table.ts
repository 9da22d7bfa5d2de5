import type { JsonObject } from '../element/json'
import type { LinkedWebhook } from '../element/link'
import type { Path, Report } from '../issues/report'
import type { Named, NamedOption } from '../issues/words'

/** One NCCO object: its names, its options, and the rules that hold between them. */
export interface Definition extends Named {
  readonly kind: 'action' | 'endpoint' | 'part'
  /** The key that says which object it is: `action: 'talk'`, `type: 'phone'`. */
  readonly tag: readonly [key: string, value: string] | undefined
  readonly rows: readonly Row[]
  /** The row that children are the text of, and the one that follows from which children there are. */
  readonly text: Row | undefined
  readonly presence: Row | undefined
  readonly required: readonly Row[]
  /** The rows by their name in TSX; only what the author sets as a prop. */
  readonly byProp: ReadonlyMap<string, Row>
  /** The rows by their key in the NCCO. */
  readonly byKey: ReadonlyMap<string, Row>
  /** The rows of child elements by their component. Not by its identity: it may come from another copy of the package. */
  readonly childOf: ReadonlyMap<string, ChildRow>
  readonly legacy: Legacy
  /** The components that this one may stand in; empty for an action. */
  readonly inside: readonly string[]
  readonly check: ((object: JsonObject, place: Place) => void) | undefined
}

/** One option of an object. */
export interface Row extends NamedOption {
  readonly rule: Rule
  readonly accepts: Accepts
  /**
   * Where TSX takes it from: a prop, a child element, the text between the tags, or the mere presence
   * of children.
   */
  readonly from: 'prop' | 'child' | 'text' | 'presence'
}

/** Whether a value is right beyond doubt. What is not accepted may still be right; `checkOption` looks at it closely. */
export type Accepts = (value: unknown) => boolean

/** An option that TSX writes as a child element. */
export interface ChildRow extends Row {
  readonly rule: ChildRule & Rule
}

/** Old options: what to write now, or the code that says it. */
export type Legacy = Readonly<Record<string, readonly string[] | 'pre-2021-input'>>

/** Where in an NCCO an object stands. */
export interface Place {
  readonly object: Definition
  readonly path: Path
  readonly report: Report
}

/** Where in an NCCO a value stands. */
export interface OptionPlace {
  readonly object: Named
  readonly option: NamedOption
  readonly path: Path
  readonly report: Report
}

/** What an option may hold. */
export type Rule = RuleKind & {
  /** The spelling in the NCCO, where it is not the one of TSX. */
  readonly key?: string
  readonly required?: true
}

/** The type of an option in TSX. Only for the compiler: it holds a table to the types of its interface. */
export interface Takes<T> {
  readonly takes?: (value: T) => T
}

export type RuleKind =
  | TextRule
  | NumberRule
  | FlagRule
  | ChoiceRule
  | UrlRule
  | OneRule
  | ListRule
  | ObjectRule
  | ChildRule

export interface TextRule {
  readonly kind: 'text'
  /** An empty text is an error, also where the option may be absent. */
  readonly isName?: true
  readonly form?: TextForm
}

/** Reports what is wrong with the form of a text. */
export interface TextForm {
  (value: string, place: OptionPlace): void
  /** What a text must match, where a pattern says all of it and anything else is an error. */
  readonly pattern?: RegExp
}

/** A form that a pattern says. */
export type PatternForm = TextForm & { readonly pattern: RegExp }

export interface NumberRule {
  readonly kind: 'number'
  readonly min?: number
  readonly max?: number
  readonly whole?: boolean
  readonly unit?: 'seconds'
  /** The steps in which the platform reads it. */
  readonly step?: number
  /** The platform moves what lies outside into the range. */
  readonly clamped?: boolean
}

export interface FlagRule {
  readonly kind: 'flag'
}

export interface ChoiceRule {
  readonly kind: 'choice'
  readonly values: readonly string[]
  /** What the absent option means, where that sounds like another of its values. */
  readonly absent?: string
}

export interface UrlRule {
  readonly kind: 'url'
  readonly scheme: UrlScheme
  /** What arrives there, if anything does. */
  readonly webhook?: LinkedWebhook
}

/** A single value in TSX, an array of one in the NCCO. */
export interface OneRule {
  readonly kind: 'one'
  readonly of: Rule
}

export interface ListRule {
  readonly kind: 'list'
  readonly of: Rule
}

/** An object of the author's own: any JSON, or texts alone. */
export interface ObjectRule {
  readonly kind: 'object'
  readonly of: 'json' | 'text'
  /** The form of its keys; of a text whose key is wrong nothing else is said. */
  readonly keyForm?: PatternForm
  /** The form of its texts. */
  readonly form?: TextForm
  /** The only keys it may have. */
  readonly keys?: readonly string[]
  readonly mostCharacters?: number
}

/** An NCCO object inside another, in TSX a child element. */
export interface ChildRule {
  readonly kind: 'child'
  /** The objects that may stand here; told apart by their tag if there are several. */
  readonly definitions: readonly Definition[]
  /** The NCCO has an array of one. */
  readonly inArray: boolean
  /** A child without settings is not written; its presence shows elsewhere. */
  readonly bare: 'write' | 'omit'
}

export type UrlScheme = 'http' | 'ws' | 'sip'
