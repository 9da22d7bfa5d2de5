import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/element/json'
import { memberLabel, toJsonText, toMemberText } from '../../src/element/json-text'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '"', '\\', '\ud800', '\u2028', 'a text that is longer than the shortest'),
)
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true })
const anyJson = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }),
  anyText,
  fc.array(anyText, { maxLength: 30 }),
  fc.dictionary(anyText, fc.oneof(anyText, anyNumber), { maxKeys: 30 }),
) as fc.Arbitrary<Json>

describe('the JSON text', () => {
  it('of a value is that of JSON.stringify', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(toJsonText(value)).toBe(JSON.stringify(value))
      }),
    )
  })

  it('of a member is that of JSON.stringify, after a comma', () => {
    fc.assert(
      fc.property(anyText, anyJson, (key, value) => {
        const member = JSON.stringify(Object.fromEntries([[key, value]])).slice(1, -1)
        expect(toMemberText(memberLabel(key), value)).toBe(`,${member}`)
      }),
    )
  })
})
