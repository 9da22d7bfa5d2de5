import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/issues/nearest'

const names = [
  'eventUrl',
  'eventMethod',
  'endOnSilence',
  'endOnKey',
  'timeOut',
  'beepStart',
  'loop',
]

describe('nearest', () => {
  it.each([
    ['another case', 'eventURL', 'eventUrl'],
    ['other separators', 'end_on_key', 'endOnKey'],
    ['a letter too many', 'loops', 'loop'],
    ['letters swapped', 'lopo', 'loop'],
    ['a word too many', 'beepOnStart', 'beepStart'],
    ['the name itself', 'timeOut', 'timeOut'],
  ])('finds the name that was meant for %s', (_, given, meant) => {
    expect(nearest(given, names)).toBe(meant)
  })

  it.each(['volume', 'x', '', 'e'.repeat(100_000)])('finds none for %.10s', (given) => {
    expect(nearest(given, names)).toBeUndefined()
  })

  it('finds every name in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.boolean(), (name, isUpper) => {
        expect(nearest(isUpper ? name.toUpperCase() : name.toLowerCase(), names)).toBe(name)
      }),
    )
  })
})
