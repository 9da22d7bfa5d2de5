import fc from 'fast-check'
import { toTsx } from 'ncco-jsx/convert'
import { describe, expect, it } from 'vitest'
import { anyValidNcco } from '../conformance/any-ncco'
import { corpusNotice, hasCorpus, readCases } from '../conformance/corpus'
import { readExamples } from '../conformance/examples'
import { idOf } from '../conformance/verdicts'
import { typeErrors } from '../support/tsx-source'

describe('the TSX that toTsx writes compiles', () => {
  it('of any valid NCCO', () => {
    const nccos = fc.sample(anyValidNcco(), 200)
    expect(nccos.flat().length).toBeGreaterThan(100)
    const sources = nccos.map((ncco, index) => [`flow-${index}`, toTsx(ncco)] as const)
    expect(typeErrors(new Map(sources))).toStrictEqual([])
  })

  it.skipIf(!hasCorpus)(`of the corpus${corpusNotice}`, () => {
    const sources = readCases().map((one) => [idOf(one), toTsx(one.ncco)] as const)
    expect(typeErrors(new Map(sources))).toStrictEqual([])
  })

  it('of the examples', async () => {
    const nccos = [...(await readExamples()).values()]
    const sources = nccos.map((ncco, index) => [`example-${index}`, toTsx(ncco)] as const)
    expect(typeErrors(new Map(sources))).toStrictEqual([])
  })
})
