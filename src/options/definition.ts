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
  return new DescribedObject('action', description.name, 'action', description)
}

/* @__NO_SIDE_EFFECTS__ */
export function endpoint<O>(description: Omit<Description<O>, 'inside'>): Definition {
  const name = `${description.name} endpoint`
  return new DescribedObject('endpoint', name, 'type', { ...description, inside: ['Connect'] })
}

/** An object inside another that needs no tag. */
/* @__NO_SIDE_EFFECTS__ */
export function part<O>(description: Description<O>): Definition {
  return new DescribedObject('part', description.name, undefined, description)
}

/** Sorts the rows of a description when they are first asked for: a flow uses few of the objects that it imports. */
class DescribedObject<O> implements Definition {
  readonly component: string
  readonly tag: Definition['tag']
  readonly inside: readonly string[]
  readonly check: Definition['check']
  readonly #description: Description<O>
  #sorted: SortedRows | undefined

  constructor(
    readonly kind: Definition['kind'],
    readonly name: string,
    tag: string | undefined,
    description: Description<O>,
  ) {
    this.component = description.component
    this.tag = tag === undefined ? undefined : [tag, description.name]
    this.inside = description.inside ?? []
    this.check = description.check
    this.#description = description
  }

  get #rows(): SortedRows {
    this.#sorted ??= sortRows(this.#description)
    return this.#sorted
  }

  get rows() {
    return this.#rows.rows
  }

  get text() {
    return this.#rows.text
  }

  get presence() {
    return this.#rows.presence
  }

  get children() {
    return this.#rows.children
  }

  get required() {
    return this.#rows.required
  }

  get byProp() {
    return this.#rows.byProp
  }

  get byKey() {
    return this.#rows.byKey
  }

  get legacy() {
    return this.#rows.legacy
  }
}

type SortedRows = Pick<
  Definition,
  'rows' | 'text' | 'presence' | 'children' | 'required' | 'byProp' | 'byKey' | 'legacy'
>

function sortRows<O>({ options, children, text, presence, legacy }: Description<O>): SortedRows {
  const props = toRows('prop', options)
  const rows = [
    ...toRows('presence', presence),
    ...toRows('text', text),
    ...props,
    ...toRows('child', children),
  ]
  return {
    rows,
    text: rows.find((row) => row.from === 'text'),
    presence: rows.find((row) => row.from === 'presence'),
    children: rows.filter(isChildRow),
    required: rows.filter((row) => row.rule.required),
    byProp: index(props, 'prop'),
    byKey: index(rows, 'key'),
    legacy: Object.assign(Object.create(null), legacy),
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
