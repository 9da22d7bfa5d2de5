import { toTsx } from 'ncco-jsx/convert'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { corpusNotice, hasCorpus, readCases } from '../conformance/corpus'

describe.skipIf(!hasCorpus)(`the source that toTsx writes of the corpus${corpusNotice}`, () => {
  it('is what Prettier would make of it', async () => {
    const sources = readCases().map(({ ncco }) => toTsx(ncco))
    const formatted = await Promise.all(
      sources.map((source) => format(source, { parser: 'typescript' })),
    )
    expect(sources).toStrictEqual(formatted)
  })
})
