import fc from 'fast-check'
import { check } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { messages } from '../../src/issues/messages'
import { elementMessages } from '../../src/issues/messages/elements'
import { anyNcco } from './any-ncco'
import { corpusNotice, hasCorpus, readCases } from './corpus'
import { beyondSchema, refusals } from './refusals'

describe.skipIf(!hasCorpus)(`the JSON Schema on the corpus${corpusNotice}`, () => {
  it('refuses what check finds wrong with single objects, at the same places', () => {
    const cases = readCases().map(({ file, ncco }) => ({ file, ...refusals(ncco) }))
    const bySchema = cases.map(({ file, schema }) => [file, schema])
    const byCheck = cases.map(({ file, check }) => [file, check])
    expect(bySchema).toStrictEqual(byCheck)
  })
})

describe('the JSON Schema on NCCOs made from the tables', { timeout: 60_000 }, () => {
  it('refuses what check finds wrong with single objects, at the same places', () => {
    const agrees = (ncco: unknown) => {
      const { schema, check } = refusals(ncco)
      expect(schema).toStrictEqual(check)
    }
    fc.assert(fc.property(anyNcco(), agrees), { numRuns: 5000 })
  })

  it('meets every error of single objects', () => {
    const sample = fc.sample(anyNcco(), { numRuns: 5000, seed: 1 })
    const met = new Set(sample.flatMap((ncco) => check(ncco)).map(({ code }) => code))
    const errors = Object.entries(messages).filter(([, { severity }]) => severity === 'error')
    const wanted = errors
      .map(([code]) => code)
      .filter((code) => !(code in elementMessages) && !(code in beyondSchema))
    expect(wanted.filter((code) => !met.has(code as keyof typeof messages))).toStrictEqual([])
  })
})
