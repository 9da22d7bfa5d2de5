import { Ajv2020 } from 'ajv/dist/2020'
import { describe, expect, it } from 'vitest'
import type { Schema } from '../../scripts/json-schema'
import { nameOf, objects } from '../../scripts/objects'
import { makeSchema } from '../../scripts/schema'

interface Objects {
  readonly $defs: Readonly<Record<string, ObjectSchema>>
}
type ObjectSchema = Schema & { readonly properties: Readonly<Record<string, Schema>> }

// The schema is plain JSON to its maker.
const { $defs } = makeSchema() as unknown as Objects
const byName = objects.map((object) => [nameOf(object), object] as const)

describe('the JSON Schema', () => {
  it('is valid under the meta-schema of draft 2020-12', async () => {
    expect(await new Ajv2020().validateSchema(makeSchema(), true)).toBe(true)
  })

  it('has every object of the tables, and each choice among them', () => {
    const names = byName.map(([name]) => name)
    expect(Object.keys($defs).sort()).toStrictEqual(['action', 'endpoint', ...names].sort())
  })

  it('speaks of the NCCO, not of elements and props', () => {
    const rows = objects.flatMap(({ table }) => table.rows).filter(({ prop, key }) => prop !== key)
    const props = rows.map(({ prop }) => prop).join('|')
    expect(JSON.stringify($defs)).not.toMatch(new RegExp(`\`<[A-Z]\\w*>\`|=\\{|${props}`))
  })

  it.each([
    ['a wrong value', [{ action: 'talk', text: 'Hello', loop: -1 }], ['/0/loop minimum']],
    ['an unknown action', [{ action: 'tlak', text: 'Hello' }], ['/0/action enum']],
    [
      'an unknown option of an endpoint',
      [{ action: 'connect', endpoint: [{ type: 'vbc', extension: '111', number: '1' }] }],
      ['/0/endpoint/0 additionalProperties'],
    ],
  ])('reports %s once, where it is', (_, ncco, found) => {
    const validate = new Ajv2020({ allErrors: true }).compile(makeSchema())
    validate(ncco)
    const told = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if')
    expect(told.map((one) => `${one.instancePath} ${one.keyword}`)).toStrictEqual(found)
  })
})

describe.each(byName)('the JSON Schema of %s', (name, { tag, table: { rows, extras } }) => {
  const { properties, ...object } = $defs[name] as ObjectSchema
  const legal = Object.keys(extras).filter((key) => extras[key]?.kind !== 'moved')

  it('has every option of the table, and every one beyond the reference that is not refused', () => {
    const keys = [...(tag ? [tag[0]] : []), ...rows.map(({ key }) => key), ...legal]
    expect(Object.keys(properties)).toStrictEqual(keys)
  })

  it('says what the object is, and where to read more', () => {
    expect(object.title).toMatch(/\S/)
    expect(object.description).toMatch(/^[A-Z].+\. See https:\/\/developer\.vonage\.com\/\S+$/)
  })

  it.each(Object.keys(properties))('says what %s is', (key) => {
    const { title, description, deprecated } = properties[key] ?? {}
    if (key !== tag?.[0]) expect(title).toMatch(`${key} of `)
    expect(description).toMatch(/^\S.+\.$/)
    expect(deprecated).toBe(extras[key]?.kind === 'outdated' ? true : undefined)
  })

  it('gives defaults that are of the types of their options', () => {
    const options = Object.values(properties).filter((option) => 'default' in option)
    const ajv = new Ajv2020()
    expect(options.filter((option) => !ajv.validate(option, option.default))).toStrictEqual([])
  })
})
