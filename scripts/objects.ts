import type { Definition } from '../src/options/table'
import { actions } from '../src/vocabulary'

/** Every object of the NCCO reference: the actions, and what stands inside them. */
export const objects: readonly Definition[] = [...new Set(actions.flatMap(withParts))]

/** An object and all that may stand inside it. */
export function withParts(definition: Definition): Definition[] {
  return [definition, ...partsOf(definition).flatMap(withParts)]
}

/** The objects that may stand directly inside an object. */
export function partsOf({ table }: Definition): readonly Definition[] {
  return table.rows.flatMap(({ rule }) => (rule.kind === 'child' ? rule.definitions : []))
}

/** The name of an object in the NCCO, and in the `$defs` of the schema. */
export function nameOf({ tag, name }: Definition): string {
  return tag?.[1] ?? name
}
