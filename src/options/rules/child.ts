import { isJsonObject, type Json, type JsonObject } from '../../element/json'
import { below, type Path, type Report } from '../../issues/report'
import type { Named } from '../../issues/words'
import { inside, type OptionPlace, wrongType } from '../place'
import { oneOf } from './choice'
import { checkArrayOfOne } from './one'
import type { RuleOf } from './rule'

/** An object that can stand inside another. */
interface ChildObject extends Named {
  readonly tag: readonly [key: string, value: string] | undefined
  readonly read: (object: unknown) => JsonObject | undefined
  readonly check: (object: JsonObject, path: Path, report: Report) => void
}

/** An NCCO object inside another; in TSX, a child element. */
export interface ChildRule<Definition extends ChildObject = ChildObject> extends RuleOf<'child'> {
  /** The objects that may stand here. If there are several, their tag tells them apart. */
  readonly definitions: readonly Definition[]
  /** The NCCO has an array of one. */
  readonly inArray: boolean
  /** Whether a child without settings is written. If it is omitted, its presence shows elsewhere. */
  readonly bare: 'write' | 'omit'
  /** One of them in TSX, for the message about an object without any. */
  readonly sample?: string
}

/* @__NO_SIDE_EFFECTS__ */
export function child<Definition extends ChildObject>(
  definition: Definition,
  bare: ChildRule['bare'] = 'write',
): ChildRule<Definition> {
  const definitions = [definition]
  return {
    kind: 'child',
    definitions,
    inArray: false,
    bare,
    accepts: (value) => definition.read(value) !== undefined,
    copy: (value) => definition.read(value),
    check: (value, place) => checkChild(value, definitions, place),
  }
}

/** Exactly one of these, in an array. */
/* @__NO_SIDE_EFFECTS__ */
export function onlyChild<Definition extends ChildObject>(
  definitions: readonly Definition[],
  sample: string,
): ChildRule<Definition> & { required: true } {
  return {
    kind: 'child',
    definitions,
    inArray: true,
    bare: 'write',
    sample,
    required: true,
    accepts: (value) => readOnly(value, definitions) !== undefined,
    copy: (value) => readOnly(value, definitions),
    check(value, place) {
      if (checkArrayOfOne(value, place)) {
        value.forEach((entry, index) => {
          checkChild(entry, definitions, inside(place, index))
        })
      } else if (isJsonObject(value)) {
        checkChild(value, definitions, place)
      }
    },
  }
}

type Tagged = Readonly<Record<string, unknown>>

function definitionFor(
  value: Tagged,
  definitions: readonly ChildObject[],
): ChildObject | undefined {
  const key = definitions[0]?.tag?.[0]
  if (key === undefined) return definitions[0]
  const name = value[key]
  return definitions.find(({ tag }) => tag?.[1] === name)
}

/** Reads an array of one object. */
function readOnly(value: unknown, definitions: readonly ChildObject[]): Json[] | undefined {
  if (!Array.isArray(value) || value.length !== 1) return undefined
  const entry: unknown = value[0]
  if (typeof entry !== 'object' || entry === null) return undefined
  const read = definitionFor(entry as Tagged, definitions)?.read(entry)
  return read && [read]
}

function checkChild(value: unknown, definitions: readonly ChildObject[], place: OptionPlace): void {
  if (!isJsonObject(value)) return wrongType('an object', value, place)
  definitionOf(value, definitions, place)?.check(value, place.path, place.report)
}

/** The only definition, or the one that the object's tag names. */
function definitionOf(
  value: JsonObject,
  definitions: readonly ChildObject[],
  { object, option, path, report }: OptionPlace,
): ChildObject | undefined {
  const [first] = definitions
  const key = first?.tag?.[0]
  if (key === undefined) return first
  const named = Object.hasOwn(value, key) ? value[key] : undefined
  const found = definitions.find(({ tag }) => tag?.[1] === named)
  if (found) return found
  const tag = { key, prop: key }
  const child = { name: option.key, component: object.component }
  const place = { object: child, option: tag, path: below(path, key), report }
  if (named === undefined) report('missing-option', place.path, { object: child, missing: tag })
  else oneOf(...definitions.map(({ tag }) => tag?.[1] ?? '')).check(named, place)
  return undefined
}
