import { describe, expect, it } from 'vitest'
import { action, part } from '../../src/options/definition'
import { flag, keyed, list, number, oneOf, required, text } from '../../src/options/rules'

interface Options {
  name: string
  count?: number
  mode?: 'a' | 'b'
  legs?: readonly string[]
}

const names = { name: 'sample', component: 'Sample' }
const options = {
  name: required(text()),
  count: number(),
  mode: oneOf('a', 'b'),
  legs: list(text()),
}

describe('an option table', () => {
  it('has a row for every option, under both names', () => {
    const table = action<Options>({
      ...names,
      options: { ...options, count: keyed('the-count', number()) },
    })
    expect(table.tag).toStrictEqual(['action', 'sample'])
    expect(table.byProp.get('count')).toBe(table.byKey.get('the-count'))
    expect(table.byKey.get('count')).toBeUndefined()
    expect(table.byProp.get('constructor')).toBeUndefined()
  })

  it('is refused by the compiler if it misses, adds or mistypes an option', () => {
    const { count, ...withoutCount } = options
    // @ts-expect-error a table without the row of count
    part<Options>({ ...names, options: withoutCount })
    // @ts-expect-error a row that the interface does not have
    part<Options>({ ...names, options: { ...options, other: flag() } })
    // @ts-expect-error a number where the interface has a text
    part<Options>({ ...names, options: { ...options, name: required(number()) } })
    // @ts-expect-error a value less than the interface has
    part<Options>({ ...names, options: { ...options, mode: oneOf('a') } })
    // @ts-expect-error a value more than the interface has
    part<Options>({ ...names, options: { ...options, mode: oneOf('a', 'b', 'c') } })
    // @ts-expect-error an option that the interface requires, but not the table
    part<Options>({ ...names, options: { ...options, name: text() } })
    // @ts-expect-error an option that the table requires, but not the interface
    part<Options>({ ...names, options: { ...options, count: required(number()) } })
    expect(part<Options>({ ...names, options }).rows).toHaveLength(4)
  })
})
