import { isJsonObject, type JsonObject } from '../element/json'
import { kindOf } from '../issues/kind'
import { below } from '../issues/report'
import { option } from '../issues/words'
import { countCharacters } from './characters'
import { at, checkValue, wrongType } from './check-value'
import type {
  ChildRule,
  Definition,
  Legacy,
  ObjectRule,
  OptionPlace,
  Place,
  Row,
  Rule,
} from './table'
import { reportUnknown } from './unknown-option'

/** Applies the option table of an object, and then its own rules, to its NCCO form. */
export function checkObject(object: JsonObject, place: Place): void {
  const { byKey, legacy, tag } = place.object
  const tagKey = tag?.[0]
  for (const key of Object.keys(object)) {
    if (key === tagKey) continue
    const row = byKey.get(key)
    if (row !== undefined) {
      checkOption(object[key], row, place)
    } else if (legacy[key] !== undefined) {
      checkLegacy(key, legacy[key], object[key], place)
    } else {
      reportUnknown(key, 'key', place)
    }
  }
  checkWhole(object, place)
}

/** Applies what an object must hold, and the rules between its options. */
export function checkWhole(object: JsonObject, place: Place): void {
  const { required, check } = place.object
  for (const row of required) {
    if (!Object.hasOwn(object, row.key)) reportMissing(row, place)
  }
  check?.(object, place)
}

/** Applies the rule of an option. */
export function checkOption(value: unknown, option: Row, { object, path, report }: Place): void {
  if (option.accepts(value)) return
  checkByRule(value, option.rule, { object, option, path: below(path, option.key), report })
}

/** Reports an old option; where the platform still understands it, it is a text. */
export function checkLegacy(
  key: string,
  today: Legacy[string],
  value: unknown,
  { object, path, report }: Place,
): void {
  const at = below(path, key)
  const given = option(key)
  if (today === 'pre-2021-input') return report(today, at, { given })
  report('legacy-option', at, { object, given, today })
  checkValue(value, { kind: 'text' }, { object, option: given, path: at, report })
}

function reportMissing(row: Row, { object, path, report }: Place): void {
  const missingAt = below(path, row.key)
  if (row.from === 'prop') return report('missing-option', missingAt, { object, missing: row })
  const tsx =
    row.rule.kind === 'child'
      ? `one of ${row.rule.definitions.map(({ component }) => `<${component}>`).join(', ')}`
      : 'the text'
  report('missing-content', missingAt, { object, missing: row, tsx })
}

/** Looks closely at a value, and reports what is wrong with it. */
export function checkByRule(value: unknown, rule: Rule, place: OptionPlace): void {
  switch (rule.kind) {
    case 'one':
      if (isArrayOfOne(value, place)) checkEntries(value, rule.of, place)
      else if (typeof value === 'string') checkByRule(value, rule.of, place)
      return
    case 'list':
      if (Array.isArray(value)) return checkEntries(value, rule.of, place)
      return wrongType('an array', value, place)
    case 'object':
      if (isJsonObject(value)) return checkFreeObject(value, rule, place)
      return wrongType('an object', value, place)
    case 'child':
      return checkChild(value, rule, place)
    default:
      return checkValue(value, rule, place)
  }
}

/** Reports what is no array or has not one entry; true for every array, so that its entries are checked too. */
function isArrayOfOne(value: unknown, place: OptionPlace): value is readonly unknown[] {
  if (!Array.isArray(value)) {
    place.report('not-an-array', place.path, { ...at(place), found: kindOf(value) })
    return false
  }
  if (value.length !== 1) {
    place.report('not-exactly-one', place.path, { ...at(place), count: value.length })
  }
  return true
}

function checkEntries(values: readonly unknown[], rule: Rule, place: OptionPlace): void {
  values.forEach((value, index) => {
    checkByRule(value, rule, inside(place, index))
  })
}

/** The place of a value inside the value of an option. */
function inside({ object, option, path, report }: OptionPlace, key: string | number): OptionPlace {
  return { object, option, path: below(path, key), report }
}

function checkFreeObject(object: JsonObject, rule: ObjectRule, place: OptionPlace): void {
  if (rule.of === 'json') return
  const { keys, mostCharacters: most = Number.POSITIVE_INFINITY } = rule
  for (const [key, value] of Object.entries(object)) {
    const entry = inside(place, key)
    if (keys && !keys.includes(key)) {
      const expected = `an object with ${keys.map((name) => `"${name}"`).join(', ')} alone`
      place.report('bad-format', entry.path, { ...at(place), expected })
    } else if (typeof value !== 'string') {
      const found = `an object that holds ${kindOf(value)}`
      place.report('wrong-type', entry.path, {
        ...at(place),
        expected: 'an object of strings',
        found,
      })
    } else {
      const length = countCharacters(value)
      if (length > most) place.report('too-long', entry.path, { ...at(place), length, most })
      if (rule.keyForm?.pattern.test(key) === false) rule.keyForm(key, entry)
      else rule.form?.(value, entry)
    }
  }
}

function checkChild(value: unknown, rule: ChildRule, place: OptionPlace): void {
  if (!rule.inArray) return checkChildObject(value, rule, place)
  if (isArrayOfOne(value, place)) {
    value.forEach((entry, index) => {
      checkChildObject(entry, rule, inside(place, index))
    })
  } else if (isJsonObject(value)) {
    checkChildObject(value, rule, place)
  }
}

function checkChildObject(value: unknown, rule: ChildRule, place: OptionPlace): void {
  if (!isJsonObject(value)) return wrongType('an object', value, place)
  const object = definitionOf(value, rule, place)
  if (object) checkObject(value, { object, path: place.path, report: place.report })
}

/** The one definition of the rule, or of several the one that the object's tag names. */
function definitionOf(
  value: JsonObject,
  { definitions }: ChildRule,
  { object, option, path, report }: OptionPlace,
): Definition | undefined {
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
  else {
    const values = definitions.map(({ tag }) => tag?.[1] ?? '')
    checkValue(named, { kind: 'choice', values }, place)
  }
  return undefined
}
