import { type JsonObject, setOwn } from '../element/json'
import { memberLabel } from '../element/json-text'
import type { Path, Report } from '../issues/report'
import { checkObject } from './check-object'
import type { ExtraOption } from './extra'
import { acceptsBetween, placeOfDoubt, readObject } from './read-object'
import type { ChildRule } from './rules/child'
import type { Takes } from './rules/rule'
import { setters } from './setters'
import type { BareRule, ChildRow, Definition, LastDraft, Place, Row, Rule, Table } from './table'

/** A row for every option of the interface `O`, of the option's type; none missing, none invented. */
type OptionsTable<O> = {
  readonly [K in keyof O]-?: BareRule &
    Takes<Exclude<O[K], undefined>> &
    (undefined extends O[K] ? { readonly required?: never } : { readonly required: true })
}

interface Description<O> {
  /** The options that the author sets as props. */
  readonly options: OptionsTable<O>
  /** The child elements, under the keys of the NCCO. */
  readonly children?: Readonly<Record<string, ChildRule<Definition>>>
  /** The option that text between the tags fills. */
  readonly text?: Readonly<Record<string, BareRule>>
  /** The prop that takes the text as markup. */
  readonly markupProp?: string
  /** The option computed from which children exist. */
  readonly presence?: Readonly<Record<string, BareRule>>
  /** Options beyond the reference: of older NCCOs, or seen without being documented. */
  readonly extras?: Readonly<Record<string, ExtraOption>>
  /** The components that this one may stand in. */
  readonly inside?: readonly string[]
  /** The keys that the rules between options read, and those between actions. */
  readonly reads?: readonly string[]
  /** The rules between options. */
  readonly check?: (object: JsonObject, place: Place) => void
}

/**
 * Describes an object when its table is needed. It hands the description to `table`, because the compiler looks for surplus options only
 * in the argument of a call.
 */
type Describe<O> = (table: (description: Description<O>) => Description<O>) => Description<O>

/* @__NO_SIDE_EFFECTS__ */
export function action<O>(name: string, component: string, describe: Describe<O>): Definition {
  return new LazyDefinition('action', name, component, ['action', name], describe)
}

/* @__NO_SIDE_EFFECTS__ */
export function endpoint<O>(name: string, component: string, describe: Describe<O>): Definition {
  return new LazyDefinition('endpoint', `${name} endpoint`, component, ['type', name], describe)
}

/** An object inside another that needs no tag. */
/* @__NO_SIDE_EFFECTS__ */
export function part<O>(name: string, component: string, describe: Describe<O>): Definition {
  return new LazyDefinition('part', name, component, undefined, describe)
}

class LazyDefinition<O> implements Definition {
  readonly kind: Definition['kind']
  readonly name: string
  readonly component: string
  readonly tag: Definition['tag']
  readonly #describe: Describe<O>
  #table: Table | undefined

  constructor(
    kind: Definition['kind'],
    name: string,
    component: string,
    tag: Definition['tag'],
    describe: Describe<O>,
  ) {
    this.kind = kind
    this.name = name
    this.component = component
    this.tag = tag
    this.#describe = describe
  }

  get table(): Table {
    this.#table ??= toTable(
      this,
      this.#describe((description) => description),
    )
    return this.#table
  }

  read(object: unknown): JsonObject | undefined {
    return readObject(object, this)
  }

  check(object: JsonObject, path: Path, report: Report): void {
    checkObject(object, { object: this, path, report })
  }
}

function toTable<O>(definition: Definition, description: Description<O>): Table {
  const { tag } = definition
  const { extras, inside = [], reads = [], presence, text, options, children } = description
  const rows: Row[] = []
  const byProp = new Map<string, Row>()
  const byKey = new Map<string, Row>()
  const childOf = new Map<string, ChildRow>()
  const tables = { presence, text, prop: options, child: children }
  for (const from of ['presence', 'text', 'prop', 'child'] as const) {
    const table = tables[from] as Readonly<Record<string, Rule>> | undefined
    for (const prop in table) {
      // The table is made on first use, when every object may inherit more than it did on import.
      if (!Object.hasOwn(table, prop)) continue
      const rule = table[prop] as Rule
      const { key = prop, accepts, draft, draftText, copy } = rule
      const { label, opening } = memberLabel(key)
      const row: Row = {
        prop,
        key,
        rule,
        from,
        accepts,
        draft,
        draftText,
        copy,
        set: setters[key] ?? ((object, value) => setOwn(object, key, value)),
        isRequired: rule.required === true,
        isRead: reads.includes(key),
        last: lastOf(rule),
        nextProp: undefined,
        nextKey: undefined,
        label,
        opening,
      }
      rows.push(row)
      byKey.set(row.key, row)
      if (from === 'prop') byProp.set(prop, row)
      if (isChildRow(row)) {
        for (const { component } of row.rule.definitions) childOf.set(component, row)
      }
    }
  }
  const place = placeOfDoubt(definition)
  return {
    start: starter(tag),
    label: tag === undefined ? '{' : `{"${tag[0]}":"${tag[1]}"`,
    rows,
    markupProp: description.markupProp,
    text: rows.find(({ from }) => from === 'text'),
    presence: rows.find(({ from }) => from === 'presence'),
    required: rows.filter(({ isRequired }) => isRequired),
    head: { nextProp: undefined, nextKey: undefined },
    byProp,
    byKey,
    childOf,
    // Without a prototype, so that a key such as `constructor` or `__proto__` finds nothing.
    extras: Object.assign(Object.create(null), extras),
    inside,
    checkBetween: description.check,
    acceptsBetween: (object) => acceptsBetween(object, description.check, place),
  }
}

// Literals, because an engine makes an object of known keys faster.
function starter(tag: Definition['tag']): Table['start'] {
  if (tag === undefined) return () => ({})
  const [key, name] = tag
  return key === 'action' ? () => ({ action: name }) : () => ({ type: name })
}

/** Room for the last draft of an option whose values are the author's. A prop is never an object of our own. */
function lastOf(rule: Rule): LastDraft | undefined {
  const isAuthors =
    ['number', 'flag', 'choice', 'url', 'one'].includes(rule.kind) ||
    (rule.kind === 'text' && (!rule.format || rule.format.isAuthors))
  return isAuthors
    ? { prop: {}, text: '', before: undefined, upTo: '', inArray: rule.kind === 'one' }
    : undefined
}

function isChildRow(row: Row): row is ChildRow {
  return row.rule.kind === 'child'
}
