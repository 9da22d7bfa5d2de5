import type { JsonObject } from '../element/json'
import type { MemberLabel } from '../element/json-text'
import type { Path, Report } from '../issues/report'
import type { Named, NamedOption } from '../issues/words'
import type { ExtraOption } from './extra'
import type { ChildRule } from './rules/child'
import type { JsonRule } from './rules/json'
import type { ListRule } from './rules/list'
import type { OneRule } from './rules/one'
import type { TextsRule } from './rules/texts'
import type { ValueRule } from './rules/value'
import type { Setter } from './setters'

/** One NCCO object: its names, its options, and the rules that hold between them. */
export interface Definition extends Named {
  readonly kind: 'action' | 'endpoint' | 'part'
  /** The key that says which object it is: `action: 'talk'`, `type: 'phone'`. */
  readonly tag: readonly [key: string, value: string] | undefined
  /** Its options and rules. Made on first use: no flow has every object, and to make all of them would take a seventh of the time to load. */
  readonly table: Table
  /** What rules read of an object that is right beyond doubt; `undefined` for any other value. */
  read(object: unknown): JsonObject | undefined
  /** Reports everything that is wrong with an object. */
  check(object: JsonObject, path: Path, report: Report): void
}

/** The options of an object, and the rules that hold between them. */
export interface Table {
  /** Makes the object with its tag only. */
  readonly start: () => JsonObject
  /** The start of its JSON text, up to the end of the tag, if it has one. */
  readonly label: string
  readonly rows: readonly Row[]
  /** The option that text children fill. */
  readonly text: Row | undefined
  /** The prop that takes the same text as markup. */
  readonly markupProp: string | undefined
  /** The option computed from which child elements exist: `type` of an input. */
  readonly presence: Row | undefined
  readonly required: readonly Row[]
  /** Stands before the first row. */
  readonly head: Pick<Row, 'nextProp' | 'nextKey'>
  /** The options that the author sets as props, by their name in TSX. */
  readonly byProp: ReadonlyMap<string, Row>
  /** The options by their key in the NCCO. */
  readonly byKey: ReadonlyMap<string, Row>
  /** The options of child elements by their component. Not by its identity: it may come from another copy of the package. */
  readonly childOf: ReadonlyMap<string, ChildRow>
  /** Options beyond the reference. */
  readonly extras: Readonly<Record<string, ExtraOption>>
  /** The components that this one may stand in; empty for an action. */
  readonly inside: readonly string[]
  /** Reports what is wrong between the options of an object. */
  readonly checkBetween: ((object: JsonObject, place: Place) => void) | undefined
  /** Whether `checkBetween` reports nothing. */
  readonly acceptsBetween: (object: JsonObject) => boolean
}

/** One option of an object. */
export interface Row extends NamedOption, MemberLabel {
  readonly rule: Rule
  /** That of the rule. Rows have one shape and rules have many, so the engine finds it faster here. */
  readonly accepts: Rule['accepts']
  readonly draft: Rule['draft']
  readonly draftText: Rule['draftText']
  readonly copy: Rule['copy']
  /** Sets its key of an object. */
  readonly set: Setter
  readonly isRequired: boolean
  /** Whether a rule between options, or between actions, reads it. */
  readonly isRead: boolean
  /** Present for options whose values are the author's, not a caller's. */
  readonly last: LastDraft | undefined
  /** The row of the prop that followed the last time. Most elements of a kind have the same props in the same order. */
  nextProp: Row | undefined
  /** The same for the keys of an NCCO. */
  nextKey: Row | undefined
  /**
   * How TSX says it: with a prop, a child element, the text between the tags, or only the presence
   * of children.
   */
  readonly from: 'prop' | 'child' | 'text' | 'presence'
}

/** The last prop that was accepted, and its text. Most props are literals, so the next render has the same. */
export interface LastDraft {
  prop: unknown
  text: string
  /** The text of the members before it, if that was one text that was kept. */
  before: string | undefined
  /** The text of those members and this one; empty until they were met twice. */
  upTo: string
  /** The NCCO has an array of one. */
  readonly inArray: boolean
}

/** An option that TSX writes as a child element. */
export interface ChildRow extends Row {
  readonly rule: ChildRule<Definition> & Rule
}

/** The place of an object in an NCCO. */
export interface Place {
  readonly object: Definition
  readonly path: Path
  readonly report: Report
}

/** The rule of an option. */
export type Rule = BareRule & {
  /** The spelling in the NCCO, where it is not the one of TSX. */
  readonly key?: string
  readonly required?: true
}

/** A rule before its option is known. */
export type BareRule = ValueRule | OneRule | ListRule | JsonRule | TextsRule | ChildRule<Definition>
