import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/element/json'
import { toEntriesText, toPlainText } from '../../src/options/plain-text'
import { copyPlain, fewValues } from '../../src/options/plain-value'

const object = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.oneof(
    fc.jsonValue({ stringUnit: 'binary' }),
    fc.constantFrom(undefined, Number.NaN, Symbol.iterator, new Date(0), () => 'function'),
  ),
)

describe('the JSON text of a plain object', () => {
  it('is that of its copy, and there is none where there is no copy', () => {
    fc.assert(
      fc.property(object, (value) => {
        const copy = copyPlain(value)
        expect(toPlainText(value)).toBe(copy && JSON.stringify(copy))
      }),
    )
  })

  it('reads each value once', () => {
    const reads: string[] = []
    const watched = new Proxy(
      { step: 'menu', tries: [1, 2] },
      {
        get(target, key) {
          reads.push(String(key))
          return Reflect.get(target, key)
        },
      },
    )
    expect(toPlainText(watched)).toBe('{"step":"menu","tries":[1,2]}')
    expect(reads).toStrictEqual(['step', 'tries'])
  })

  it.each([
    ['a text', 'a'],
    ['an array', [1]],
    ['null', null],
    ['an object of a class', new Map()],
    ['an object with a hole', { list: new Array(1) }],
  ])('is none of %s', (_, value) => {
    expect(toPlainText(value)).toBeUndefined()
  })

  it('is none of a circle, nor of more than a few values', () => {
    const circle: Record<string, unknown> = {}
    circle.again = circle
    expect(toPlainText(circle)).toBeUndefined()
    let shared: unknown[] = []
    for (let depth = 0; depth < 40; depth++) shared = [shared, shared]
    expect(toPlainText({ shared })).toBeUndefined()
  })
})

describe('the JSON text of entries', () => {
  it('is that of the array, if each of them is accepted', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer())), (values) => {
        expect(toEntriesText(values, () => true)).toBe(JSON.stringify(values))
      }),
    )
    expect(toEntriesText(['a', 'b'], (value) => value === 'a')).toBeUndefined()
    expect(toEntriesText('ab', () => true)).toBeUndefined()
    const many: Json[] = new Array(fewValues + 1).fill('a')
    expect(toEntriesText(many, () => true)).toBeUndefined()
  })
})
