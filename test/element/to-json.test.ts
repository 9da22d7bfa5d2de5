import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toJson } from '../../src/element/to-json'
import { pointer, root } from '../../src/issues/report'

/** The copy, and what was refused and where. */
function copy(value: unknown): { json: unknown; refused: string[] } {
  const refused: string[] = []
  const json = toJson(value, root, (code, path, detail) => {
    refused.push(`${code} ${pointer(path)}: ${(detail as { found: string }).found}`)
  })
  return { json, refused }
}

describe('toJson', () => {
  it('copies what JSON holds, to the letter', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { json, refused } = copy(value)
        expect(refused).toStrictEqual([])
        expect(JSON.stringify(json)).toBe(JSON.stringify(value))
      }),
    )
  })

  it('leaves nothing of the original in the copy', () => {
    const value = { list: [{ deep: 1 }] }
    const { json } = copy(value)
    value.list[0] = { deep: 2 }
    expect(json).toStrictEqual({ list: [{ deep: 1 }] })
  })

  it('takes an undefined property for an absent one', () => {
    expect(copy({ a: undefined, b: 1 })).toStrictEqual({ json: { b: 1 }, refused: [] })
  })

  it('takes objects without a prototype and of other realms', () => {
    const value = Object.assign(Object.create(null), { a: 1 })
    expect(copy(value)).toStrictEqual({ json: { a: 1 }, refused: [] })
  })

  it.each<[string, unknown, string]>([
    ['a function', () => 1, ': a function'],
    ['undefined in an array', [undefined], '/0: undefined'],
    ['a hole in an array', new Array(2), ': an array with holes'],
    ['a number without a value', { a: Number.NaN }, '/a: NaN'],
    ['a class instance', { a: new Map() }, '/a: an instance of a class'],
    ['a key with a slash', { 'a/b': 1n }, '/a~1b: a bigint'],
  ])('refuses %s', (_, value, refused) => {
    expect(copy(value).refused).toStrictEqual([`not-json ${refused}`])
  })

  it('counts an object that is used twice as often as it would be written', () => {
    const nested = (levels: number) => {
      let value: object = { a: 1 }
      for (let level = 0; level < levels; level++) value = { left: value, right: value }
      return value
    }
    expect(copy(nested(18)).refused).toStrictEqual([])
    const { refused } = copy(nested(24))
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(/^not-json .*: more than 1000000 values$/)
    expect(copy(Array(2_000).fill(nested(8))).refused).toStrictEqual([
      'not-json /1303: more than 1000000 values',
    ])
  })

  it('counts the levels of an object that is used twice wherever it stands', () => {
    const around = (inner: object, levels: number) => {
      let value = inner
      for (let level = 0; level < levels; level++) value = [value]
      return value
    }
    const chain = [around({}, 300)]
    for (let link = 0; link < 50; link++) chain.push(around(chain.at(-1) ?? {}, 300))
    const { json, refused } = copy(chain)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(/: nesting deeper than 500 levels$/)
    expect(JSON.stringify(json).length).toBeGreaterThan(0)
    expect(copy([around({}, 499), 1]).refused).toStrictEqual([])
    expect(copy([around({}, 500), 1]).refused).toHaveLength(1)
  })

  it('copies an object that is used twice, and refuses one that contains itself', () => {
    const shared = { a: 1 }
    expect(copy([shared, shared])).toStrictEqual({ json: [{ a: 1 }, { a: 1 }], refused: [] })
    const cycle: unknown[] = []
    cycle.push([cycle])
    expect(copy(cycle).refused).toStrictEqual(['not-json /0/0: an object that contains itself'])
  })
})
