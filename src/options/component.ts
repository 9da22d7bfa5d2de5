import { makeElement, type NccoElement } from '../element/element'
import type { Json, JsonData } from '../element/json'
import type { Path, Report } from '../issues/report'
import type { Definition } from './table'

/** The definition behind a component of the vocabulary. */
export type AnyDefinition = Definition | RawDefinition

/** The definition of a component that embeds NCCO JSON as it is. */
export interface RawDefinition {
  readonly kind: 'raw'
  readonly component: string
  readonly checkEntry: (entry: Json, path: Path, report: Report) => void
}

// By name, so that the components of one copy of the package are known to every other copy.
const brand: unique symbol = Symbol.for('ncco-jsx.definition')

/** A component that stands for one NCCO object. */
export type Component<Props> = (props: Props) => NccoElement

/** The prop that every element takes besides its options. */
export interface Unchecked {
  /**
   * Keys to add to the object as they are, without a check: for options that Vonage adds before this package knows them.
   * @example
   * ```tsx
   * <Talk unchecked={{ newOption: true }}>Hello</Talk>
   * ```
   */
  unchecked?: JsonData | undefined
}

/* @__NO_SIDE_EFFECTS__ */
export function component<Props extends object>(definition: AnyDefinition): Component<Props> {
  const make = (props: Props): NccoElement => makeElement(make, props, undefined)
  // Not enumerable, so that copying the statics of a component does not make another one of it.
  return Object.defineProperties(make, {
    [brand]: { value: definition },
    displayName: { value: definition.component },
  })
}

/** The definition behind a component, if it is one of the vocabulary. */
export function definitionOf(type: unknown): AnyDefinition | undefined {
  return typeof type === 'function' ? (type as { [brand]?: AnyDefinition })[brand] : undefined
}
