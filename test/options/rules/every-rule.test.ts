import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objects } from '../../../scripts/objects'
import { isJsonObject } from '../../../src/element/json'
import { root } from '../../../src/issues/report'
import type { Row, Rule } from '../../../src/options/table'
import { anyObject, goodValue } from '../../conformance/any-ncco'

const options = objects.flatMap((object) =>
  object.table.rows.map((option) => ({ name: `${option.key} of ${object.name}`, object, option })),
)

/** Values of every JSON type, and values that rules draw a line at. */
const anyValue = fc.oneof(
  fc.constantFrom('', 'POST', 'en-GB', 'google', '447700900001', 'true', '1', '<speak>', 'a\nb'),
  fc.constantFrom('https://example.com', 'wss://example.com', 'sip:a@b', 'https://', '/a', 'a b'),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0.1, 1e300),
  fc.constantFrom(null, undefined, [], {}, 1n, () => 1),
  fc.boolean(),
  fc.double(),
  fc.string(),
  fc.jsonValue(),
)

/** Values on both sides of the line that this rule draws. */
function valuesNear(rule: Rule): fc.Arbitrary<unknown> {
  switch (rule.kind) {
    case 'text':
      return rule.format?.pattern ? nearPattern(rule.format.pattern) : fc.string()
    case 'number': {
      const { min = -1, max = 9, step = 1 } = rule
      const ends = [min, max].flatMap((end) => [end - step, end - 1e-9, end, end + 1e-9])
      return fc.oneof(fc.constantFrom(...ends, min + step / 2), fc.integer({ min: -10, max: 100 }))
    }
    case 'flag':
      return fc.constantFrom<unknown[]>(true, false, 'true', 0)
    case 'choice':
      return fc.constantFrom(...rule.values, ...rule.values.map((value) => `${value} `))
    case 'url':
      return nearPattern(rule.pattern)
    case 'one':
    case 'list':
      return fc.array(fc.oneof(valuesNear(rule.of), anyValue), { maxLength: 3 })
    case 'json':
      return fc.dictionary(fc.string(), fc.oneof(fc.string(), anyValue))
    case 'texts':
    case 'child':
      return goodValue(rule)
  }
}

function nearPattern(pattern: RegExp): fc.Arbitrary<string> {
  const matching = fc.stringMatching(new RegExp(pattern.source))
  return fc.oneof(
    matching,
    fc.tuple(matching, fc.string()).map(([text, more]) => text + more),
  )
}

function findingsOf(value: unknown, object: (typeof objects)[number], option: Row): string[] {
  const found: string[] = []
  option.rule.check(value, { object, option, path: root, report: (code) => found.push(code) })
  return found
}

/** Whether `accepts` draws the very line that `check` draws: only then is what it refuses always reported. */
function isExact(rule: Rule): boolean {
  switch (rule.kind) {
    case 'text':
      return !rule.format || rule.format.pattern !== undefined
    case 'one':
    case 'list':
      return isExact(rule.of)
    case 'json':
    case 'texts':
    case 'child':
      return false
    default:
      return true
  }
}

describe('the rule of', () => {
  it.each(options)('$name reports nothing about a value that it accepts', ({ object, option }) => {
    const values = fc.oneof(valuesNear(option.rule), anyValue)
    fc.assert(
      fc.property(values, (value) => {
        if (!option.rule.accepts(value)) return
        expect(findingsOf(value, object, option)).toStrictEqual([])
      }),
    )
  })

  it.each(options.filter(({ option }) => isExact(option.rule)))(
    '$name reports every value that it does not accept',
    ({ object, option }) => {
      const values = fc.oneof(valuesNear(option.rule), anyValue)
      fc.assert(
        fc.property(values, (value) => {
          if (option.rule.accepts(value)) return
          expect(findingsOf(value, object, option)).not.toStrictEqual([])
        }),
      )
    },
  )

  it.each(options)('$name accepts a value without a closer look', ({ option: { rule } }) => {
    const values = fc.oneof(valuesNear(rule), anyValue)
    expect(fc.sample(values, { numRuns: 3000, seed: 1 }).some(rule.accepts)).toBe(true)
  })
})

describe('the table of', () => {
  it.each(objects)('$name reports nothing about an object that it accepts', (object) => {
    let accepted = 0
    fc.assert(
      fc.property(anyObject(object), (value) => {
        if (!isJsonObject(value) || !object.read(value)) return
        accepted++
        const found: string[] = []
        object.check(value, root, (code) => found.push(code))
        expect(found).toStrictEqual([])
      }),
      { numRuns: 1000 },
    )
    expect(accepted).toBeGreaterThan(0)
  })
})
