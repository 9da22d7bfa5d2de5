import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objects } from '../../scripts/objects'
import { checkByRule } from '../../src/options/check-object'

const options = objects.flatMap((object) =>
  object.rows.map((option) => ({ name: `${option.key} of ${object.name}`, object, option })),
)

/** Values that rules draw a line at, alone and in arrays, and any others. */
const values = fc.oneof(
  fc.constantFrom('', 'POST', 'en-GB', 'google', '447700900001', 'https://example.com', '<speak>'),
  fc.constantFrom(
    -1,
    0,
    0.1,
    0.4,
    1,
    1.5,
    3,
    10,
    100,
    7200,
    7201,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ),
  fc.boolean(),
  fc.double(),
  fc.string(),
  fc.jsonValue(),
  fc.array(fc.constantFrom('', 'dtmf', 'https://example.com', 'sip:a@b', 1), { maxLength: 2 }),
)

describe('the acceptor of a rule', () => {
  it.each(options)('lets nothing through that is wrong with $name', ({ object, option }) => {
    fc.assert(
      fc.property(values, (value) => {
        if (!option.accepts(value)) return
        const found: string[] = []
        const report = (code: string) => found.push(code)
        checkByRule(value, option.rule, { object, option, path: '', report })
        expect(found).toStrictEqual([])
      }),
    )
  })
})
