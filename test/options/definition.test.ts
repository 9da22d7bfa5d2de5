import { describe, expect, it } from 'vitest'
import { action, part } from '../../src/options/definition'
import { flag, keyed, list, number, oneOf, required, text } from '../../src/options/rules'

interface Options {
  name: string
  count?: number
  mode?: 'a' | 'b'
  legs?: readonly string[]
}

const options = {
  name: required(text()),
  count: number(),
  mode: oneOf('a', 'b'),
  legs: list(text()),
}

const sample = (describe: Parameters<typeof part<Options>>[2]) =>
  part<Options>('sample', 'Sample', describe)

describe('an option table', () => {
  it('has a row for every option, under both names', () => {
    const { table, tag } = action<Options>('sample', 'Sample', (table) =>
      table({ options: { ...options, count: keyed('the-count', number()) } }),
    )
    expect(tag).toStrictEqual(['action', 'sample'])
    expect(table.byProp.get('count')).toBe(table.byKey.get('the-count'))
    expect(table.byKey.get('count')).toBeUndefined()
    expect(table.byProp.get('constructor')).toBeUndefined()
  })

  it('has no row for what every object inherits when it is first read', () => {
    const late = sample((table) => table({ options }))
    Object.assign(Object.prototype, { loop: number() })
    try {
      expect([...late.table.byProp.keys()]).toStrictEqual(Object.keys(options))
    } finally {
      delete (Object.prototype as { loop?: unknown }).loop
    }
  })

  it('is refused by the compiler if it misses, adds or mistypes an option', () => {
    const { count, ...withoutCount } = options
    // @ts-expect-error a table without the row of count
    sample((table) => table({ options: withoutCount }))
    // @ts-expect-error a row that the interface does not have
    sample((table) => table({ options: { ...options, other: flag() } }))
    // @ts-expect-error a number where the interface has a text
    sample((table) => table({ options: { ...options, name: required(number()) } }))
    // @ts-expect-error a value less than the interface has
    sample((table) => table({ options: { ...options, mode: oneOf('a') } }))
    // @ts-expect-error a value more than the interface has
    sample((table) => table({ options: { ...options, mode: oneOf('a', 'b', 'c') } }))
    // @ts-expect-error an option that the interface requires, but not the table
    sample((table) => table({ options: { ...options, name: text() } }))
    // @ts-expect-error an option that the table requires, but not the interface
    sample((table) => table({ options: { ...options, count: required(number()) } }))
    expect(sample((table) => table({ options })).table.rows).toHaveLength(4)
  })
})
