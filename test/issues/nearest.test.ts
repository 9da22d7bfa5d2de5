import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest, surelyMeant } from '../../src/issues/nearest'

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

  it('finds no single letter in a word that holds it', () => {
    expect(nearest('12', ['0', '1', '*'])).toBeUndefined()
    expect(nearest('1', ['0', '1', '*'])).toBe('1')
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

describe('surelyMeant', () => {
  it.each([
    ['EVENT-METHOD', 'eventMethod'],
    ['Loop', 'loop'],
    ['eventMetod', 'eventMethod'],
    ['endOnSilcene', undefined],
    ['lopo', undefined],
    ['beepOnStart', undefined],
    ['e'.repeat(100_000), undefined],
  ])('of %.20s is %s', (given, meant) => {
    expect(surelyMeant(given, names)).toBe(meant)
  })

  it('is nothing where a single mistake makes two names of it', () => {
    const modes = ['synchronous', 'asynchronous']
    expect(surelyMeant('aynchronous', modes)).toBeUndefined()
    expect(surelyMeant('asyncronous', modes)).toBe('asynchronous')
  })
})
