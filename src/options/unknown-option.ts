import { nearest } from '../issues/nearest'
import { below } from '../issues/report'
import { choice, type NamedOption, tagsOf } from '../issues/words'
import type { Definition, Place, Row } from './table'

/** Reports a name that the object does not have, with the one that was probably meant. */
export function reportUnknown(
  given: string,
  by: 'key' | 'prop',
  { object, path, report }: Place,
): void {
  const at = below(path, given)
  const row = by === 'prop' ? object.table.byKey.get(given) : undefined
  const isTag = by === 'prop' && object.tag?.[0] === given
  const instead = isTag
    ? 'Leave it out: the element says it.'
    : row && row.from !== 'prop'
      ? writtenAsElement(row)
      : undefined
  report('unknown-option', at, { object, given, ...probablyMeant(given, by, object), instead })
}

/** How TSX writes an option that is not a prop. */
function writtenAsElement({ from, rule }: Row): string {
  if (from === 'text') return 'Write the text between the tags.'
  if (rule.kind !== 'child') return 'Leave it out: it follows from the children.'
  return `Write ${choice(tagsOf(rule.definitions))} as a child.`
}

/** The option that a name was probably meant to be. */
interface Meant {
  readonly nearest?: NamedOption | undefined
  /** The object that has it, where it is another. */
  readonly owner?: Definition
  /** The options that are written today instead of an old one. */
  readonly today?: readonly string[]
}

/** Looks for a similar name: among this object's options, also those of older NCCOs, then in its child objects. */
function probablyMeant(given: string, by: 'key' | 'prop', object: Definition): Meant {
  const { rows, extras } = object.table
  const own = rows.filter((row) => by === 'key' || row.from === 'prop')
  const names = own.map((row) => row[by])
  const close =
    nearest(given, [...names, ...Object.keys(extras)]) ?? endingIn(given, names) ?? given
  if (names.includes(close)) return { nearest: own[names.indexOf(close)] }
  const today = extras[close]?.today
  if (today) return { today }
  for (const { rule } of rows) {
    for (const owner of rule.kind === 'child' ? rule.definitions : []) {
      const row = (by === 'key' ? owner.table.byKey : owner.table.byProp).get(close)
      if (row) return { nearest: row, owner }
    }
  }
  return {}
}

/** The only name that ends in this word, as `streamUrl` ends in `url`. */
function endingIn(word: string, names: readonly string[]): string | undefined {
  const [first, ...others] = names.filter((name) => {
    const ending = name.slice(-word.length)
    return /^[A-Z]/.test(ending) && ending.toLowerCase() === word.toLowerCase()
  })
  return others.length === 0 ? first : undefined
}
