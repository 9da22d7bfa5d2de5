import type { Named } from '../issues/words'
import type { JsonObject } from './json'
import type {
  ChildRow,
  ChildRule,
  Definition,
  Legacy,
  Place,
  Row,
  Rule,
  RuleKind,
  Takes,
} from './table'

/** A row for every option of the interface `O`, of the option's type; none missing, none invented. */
type Table<O> = {
  readonly [K in keyof O]-?: RuleKind &
    Takes<Exclude<O[K], undefined>> &
    (undefined extends O[K] ? { readonly required?: never } : { readonly required: true })
}

interface Description<O> extends Named {
  /** What the author sets as props. */
  readonly options: Table<O>
  /** What the author writes as child elements, under the keys of the NCCO. */
  readonly children?: Readonly<Record<string, ChildRule>>
  /** What the author writes as text between the tags. */
  readonly text?: Readonly<Record<string, RuleKind>>
  /** What follows from the children that are there. */
  readonly presence?: Readonly<Record<string, RuleKind>>
  readonly legacy?: Legacy
  /** The components that this one may stand in. */
  readonly inside?: readonly string[]
  /** The rules between options. */
  readonly check?: (object: JsonObject, place: Place) => void
}

/* @__NO_SIDE_EFFECTS__ */
export function action<O>(description: Description<O>): Definition {
  return define('action', ['action', description.name], description)
}

/* @__NO_SIDE_EFFECTS__ */
export function endpoint<O>(description: Omit<Description<O>, 'inside'>): Definition {
  const { name } = description
  const definition = define('endpoint', ['type', name], { ...description, inside: ['Connect'] })
  return { ...definition, name: `${name} endpoint` }
}

/** An object inside another that needs no tag. */
/* @__NO_SIDE_EFFECTS__ */
export function part<O>(description: Description<O>): Definition {
  return define('part', undefined, description)
}

function define<O>(
  kind: Definition['kind'],
  tag: Definition['tag'],
  {
    name,
    component,
    options,
    children,
    text,
    presence,
    legacy = {},
    inside = [],
    check,
  }: Description<O>,
): Definition {
  const rows = [
    ...toRows('presence', presence),
    ...toRows('text', text),
    ...toRows('prop', options),
    ...toRows('child', children),
  ]
  return {
    kind,
    name,
    component,
    tag,
    rows,
    text: rows.find((row) => row.from === 'text'),
    presence: rows.find((row) => row.from === 'presence'),
    children: rows.filter(isChildRow),
    required: rows.filter((row) => row.rule.required),
    byProp: index(
      rows.filter((row) => row.from === 'prop'),
      'prop',
    ),
    byKey: index(rows, 'key'),
    legacy: Object.assign(Object.create(null), legacy),
    inside,
    check,
  }
}

function isChildRow(row: Row): row is ChildRow {
  return row.rule.kind === 'child'
}

function toRows(from: Row['from'], table: Readonly<Record<string, unknown>> = {}): Row[] {
  return Object.entries(table).map(([prop, value]) => {
    const rule = value as Rule
    return { prop, key: rule.key ?? prop, rule, from }
  })
}

// Without a prototype, so that a key such as `constructor` or `__proto__` finds nothing.
function index(rows: readonly Row[], by: 'prop' | 'key'): Readonly<Record<string, Row>> {
  const found: Record<string, Row> = Object.create(null)
  for (const row of rows) found[row[by]] = row
  return found
}
