import type { JsonObject } from '../element/json'
import type { Named } from '../issues/words'
import { checkObject } from './check-object'
import type { ExtraOption } from './extra'
import { acceptsBetween, placeOfDoubt, readObject } from './read-object'
import type { ChildRule } from './rules/child'
import type { Takes } from './rules/rule'
import type { BareRule, ChildRow, Definition, LastDraft, Place, Row, Rule } from './table'

/** A row for every option of the interface `O`, of the option's type; none missing, none invented. */
type Table<O> = {
  readonly [K in keyof O]-?: BareRule &
    Takes<Exclude<O[K], undefined>> &
    (undefined extends O[K] ? { readonly required?: never } : { readonly required: true })
}

interface Description<O> extends Named {
  /** The options that the author sets as props. */
  readonly options: Table<O>
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

/* @__NO_SIDE_EFFECTS__ */
export function action<O>(description: Description<O>): Definition {
  return define('action', description.name, 'action', description)
}

/* @__NO_SIDE_EFFECTS__ */
export function endpoint<O>(description: Description<O>): Definition {
  return define('endpoint', `${description.name} endpoint`, 'type', description)
}

/** An object inside another that needs no tag. */
/* @__NO_SIDE_EFFECTS__ */
export function part<O>(description: Description<O>): Definition {
  return define('part', description.name, undefined, description)
}

/** The key that says which object it is. */
type Tag = 'action' | 'type'

// In one pass, because every object is defined when the package is imported.
function define<O>(
  kind: Definition['kind'],
  name: string,
  tag: Tag | undefined,
  description: Description<O>,
): Definition {
  const {
    component,
    extras,
    inside = [],
    reads = [],
    presence,
    text,
    options,
    children,
  } = description
  const rows: Row[] = []
  const byProp = new Map<string, Row>()
  const byKey = new Map<string, Row>()
  const childOf = new Map<string, ChildRow>()
  const tables = { presence, text, prop: options, child: children }
  for (const from of ['presence', 'text', 'prop', 'child'] as const) {
    const table = tables[from] as Readonly<Record<string, Rule>> | undefined
    for (const prop in table) {
      const rule = table[prop] as Rule
      const { key = prop, accepts, draft, copy } = rule
      const isRequired = rule.required === true
      const row: Row = {
        prop,
        key,
        rule,
        from,
        accepts,
        draft,
        copy,
        isRequired,
        isRead: reads.includes(key),
        last: lastOf(rule),
        nextProp: undefined,
        nextKey: undefined,
        label: `,"${key}":`,
      }
      rows.push(row)
      byKey.set(row.key, row)
      if (from === 'prop') byProp.set(prop, row)
      if (isChildRow(row)) {
        for (const { component } of row.rule.definitions) childOf.set(component, row)
      }
    }
  }
  const definition: Definition = {
    kind,
    name,
    component,
    tag: tag === undefined ? undefined : [tag, description.name],
    start: starter(tag, description.name),
    label: tag === undefined ? '{' : `{"${tag}":"${description.name}"`,
    rows,
    markupProp: description.markupProp,
    text: rows.find(({ from }) => from === 'text'),
    presence: rows.find(({ from }) => from === 'presence'),
    required: rows.filter(({ rule }) => rule.required),
    head: { nextProp: undefined, nextKey: undefined },
    byProp,
    byKey,
    childOf,
    // Without a prototype, so that a key such as `constructor` or `__proto__` finds nothing.
    extras: Object.assign(Object.create(null), extras),
    inside,
    checkBetween: description.check,
    acceptsBetween: (object) => acceptsBetween(object, place),
    read: (object) => readObject(object, definition),
    check: (object, path, report) => checkObject(object, { object: definition, path, report }),
  }
  const place = placeOfDoubt(definition)
  return definition
}

// Literals, because an engine makes an object of known keys faster.
function starter(tag: Tag | undefined, name: string): Definition['start'] {
  if (tag === undefined) return () => ({})
  return tag === 'action' ? () => ({ action: name }) : () => ({ type: name })
}

/** Room for the last draft of an option whose values are the author's. A prop is never an object of our own. */
function lastOf(rule: Rule): LastDraft | undefined {
  const isAuthors =
    ['number', 'flag', 'choice', 'url', 'one'].includes(rule.kind) ||
    (rule.kind === 'text' && !rule.format)
  return isAuthors
    ? { prop: {}, text: '', before: undefined, upTo: '', inArray: rule.kind === 'one' }
    : undefined
}

function isChildRow(row: Row): row is ChildRow {
  return row.rule.kind === 'child'
}
