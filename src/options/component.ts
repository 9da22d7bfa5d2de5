import { makeElement, type NccoElement } from '../element/element'
import type { Json, JsonData } from '../element/json'
import type { Path, Report } from '../issues/report'
import type { Definition } from './table'

/** What a component of the vocabulary stands for. */
export type AnyDefinition = Definition | RawDefinition

/** What stands for NCCO JSON that is embedded as it is. */
export interface RawDefinition {
  readonly kind: 'raw'
  readonly component: string
  readonly checkEntry: (entry: Json, path: Path, report: Report) => void
}

// By name, so that the components of one copy of the package are known to every other copy.
const brand: unique symbol = Symbol.for('ncco-jsx.definition')

/** A component that stands for one NCCO object. */
export type Component<Props> = (props: Props) => NccoElement

/** What every element takes besides its options. */
export interface Unchecked {
  /**
   * Keys to add to the object as they are, without a check: for what Vonage adds before this package knows it.
   * @example
   * ```tsx
   * <Talk unchecked={{ newOption: true }}>Hello</Talk>
   * ```
   */
  unchecked?: JsonData | undefined
}

/* @__NO_SIDE_EFFECTS__ */
export function component<Props extends object>(definition: Definition): Component<Props> {
  return brandedComponent(definition)
}

/* @__NO_SIDE_EFFECTS__ */
export function brandedComponent<Props extends object>(
  definition: AnyDefinition,
): Component<Props> {
  const make = (props: Props): NccoElement => makeElement(make, props, undefined)
  // Not enumerable, so that copying the statics of a component does not make another one of it.
  return Object.defineProperties(make, {
    [brand]: { value: definition },
    displayName: { value: definition.component },
  })
}

/** What a component of the vocabulary stands for, if it is one. */
export function definitionOf(type: unknown): AnyDefinition | undefined {
  return typeof type === 'function' ? (type as { [brand]?: AnyDefinition })[brand] : undefined
}
