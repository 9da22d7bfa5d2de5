import { nearest } from '../issues/nearest'
import { below } from '../issues/report'
import { choice, type NamedOption } from '../issues/words'
import type { Definition, Place, Row } from './table'

/** Reports a name that the object does not have, with the one that was probably meant. */
export function reportUnknown(
  given: string,
  by: 'key' | 'prop',
  { object, path, report }: Place,
): void {
  const at = below(path, given)
  const row = by === 'prop' ? object.byKey.get(given) : undefined
  const isTag = by === 'prop' && object.tag?.[0] === given
  const instead = isTag
    ? 'Leave it out: the element says it.'
    : row && row.from !== 'prop'
      ? writtenAsElement(row)
      : undefined
  report('unknown-option', at, { object, given, ...probablyMeant(given, by, object), instead })
}

/** What is an option of the NCCO, but no prop of the element. */
function writtenAsElement({ from, rule }: Row): string {
  if (from === 'text') return 'Write the text between the tags.'
  if (rule.kind !== 'child') return 'Leave it out: it follows from the children.'
  const names = rule.definitions.map(({ component }) => `<${component}>`)
  return `Write ${choice(names)} as a child.`
}

/** What a name may have been meant to be. */
interface Meant {
  readonly nearest?: NamedOption | undefined
  /** The object that has it, where it is another. */
  readonly owner?: Definition
  /** What is written today in place of an old option. */
  readonly today?: readonly string[]
}

/** The option of a close name in this object, also an old one, or of the same name in one of its children. */
function probablyMeant(given: string, by: 'key' | 'prop', object: Definition): Meant {
  const { rows, legacy } = object
  const own = rows.filter((row) => by === 'key' || row.from === 'prop')
  const names = own.map((row) => row[by])
  const close = nearest(given, [...names, ...Object.keys(legacy)]) ?? given
  if (names.includes(close)) return { nearest: own[names.indexOf(close)] }
  const today = legacy[close]
  if (typeof today === 'object') return { today }
  for (const { rule } of rows) {
    for (const owner of rule.kind === 'child' ? rule.definitions : []) {
      const row = (by === 'key' ? owner.byKey : owner.byProp).get(close)
      if (row) return { nearest: row, owner }
    }
  }
  return {}
}
