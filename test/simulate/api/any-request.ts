import fc from 'fast-check'
import { isJsonObject } from '../../../src/element/json'
import { errorsOf, resolve, type Schema } from './description'

/** Values that the schema allows. */
export function anyValue(schema: unknown): fc.Arbitrary<unknown> {
  return anyDraft(schema).filter((value) => errorsOf(schema, value).length === 0)
}

/** Values that it allows, but for what one of its alternatives forbids another. */
function anyDraft(schema: unknown): fc.Arbitrary<unknown> {
  const { examples, enum: choices, ...rest } = resolve(schema) as Schema
  if ('const' in rest) return fc.constant(rest.const)
  if (Array.isArray(choices)) return fc.constantFrom(...choices)
  if (Array.isArray(examples)) return fc.constantFrom(...examples)
  for (const key of ['oneOf', 'anyOf']) {
    const { [key]: alternatives, ...common } = rest
    if (Array.isArray(alternatives)) {
      return fc.oneof(...alternatives.map((entry) => anyDraft(merged(common, entry))))
    }
  }
  return anyOfType(rest)
}

function merged(common: Schema, alternative: unknown): Schema {
  const own = resolve(alternative) as Schema
  return {
    ...common,
    ...own,
    required: [...((common.required ?? []) as []), ...((own.required ?? []) as [])],
    properties: { ...(common.properties as object), ...(own.properties as object) },
  }
}

function anyOfType(schema: Schema): fc.Arbitrary<unknown> {
  const { type, minimum = 0, maximum = 100, minItems = 0, maxItems = 2 } = schema
  switch (type) {
    case 'object':
      return anyObject(schema)
    case 'array':
      return fc.array(anyDraft((schema.prefixItems as Schema[] | undefined)?.[0] ?? schema.items), {
        minLength: Number(minItems),
        maxLength: Number(maxItems),
      })
    case 'integer':
    case 'number':
      return fc.constantFrom(minimum, maximum, Math.floor((Number(minimum) + Number(maximum)) / 2))
    case 'boolean':
      return fc.boolean()
    default:
      return fc.stringMatching(new RegExp(String(schema.pattern ?? '^[a-z]{1,8}$')))
  }
}

function anyObject({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const entries = Object.entries(properties as object)
  return fc.record(Object.fromEntries(entries.map(([key, value]) => [key, anyDraft(value)])), {
    requiredKeys: required as never[],
  })
}

const oddValue = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0,
  0.5,
  1e9,
  '',
  'x',
  '-3',
  [],
  ['x'],
  [null],
  {},
  { a: 1 },
)

/** A value with something in it that may not belong there. The schema says whether it is still right. */
export function anyChanged(schema: unknown): fc.Arbitrary<unknown> {
  return fc.tuple(anyValue(schema), fc.nat(50), fc.boolean(), oddValue).map(changed)
}

function changed([value, choice, isDeleted, odd]: [unknown, number, boolean, unknown]): unknown {
  const copy: Record<string, unknown> = { value: structuredClone(value) }
  const places = placesIn(copy)
  const [holder, key] = places[choice % places.length] ?? [copy, 'value']
  if (isDeleted && Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (isDeleted && holder !== copy) delete holder[key]
  else holder[key] = odd
  return copy.value
}

type Place = [holder: Record<string, unknown>, key: string]

function placesIn(holder: Record<string, unknown>): Place[] {
  return Object.entries(holder).flatMap(([key, value]) => [
    [holder, key] satisfies Place,
    ...(isJsonObject(value) || Array.isArray(value)
      ? placesIn(value as Record<string, unknown>)
      : []),
  ])
}
