import { describe, expect, it } from 'vitest'
import { flowOf, sizeOf, wholeOf } from '../../bench/size/bundle'
import { entries } from '../../scripts/entries'

// Round, with slack: a change does not need to count bytes, a large dependency or a table that a bundler cannot drop shows.
const ceilings: Readonly<Record<string, number>> = {
  'ncco-jsx': 38_000,
  'ncco-jsx/jsx-runtime': 1_000,
  'ncco-jsx/jsx-dev-runtime': 1_000,
  'ncco-jsx/convert': 52_000,
  'ncco-jsx/dialog': 35_000,
  'ncco-jsx/serve': 60_000,
  'ncco-jsx/node': 3_000,
  'ncco-jsx/simulate': 135_000,
  'ncco-jsx/vitest': 135_000,
}

describe('the gzipped size in a bundle', () => {
  it('has a ceiling for every entry', () => {
    expect(Object.keys(ceilings)).toStrictEqual(entries)
  })

  it.each(Object.entries(ceilings))('of %s stays below its ceiling', async (entry, ceiling) => {
    const { gzipped } = await sizeOf(wholeOf(entry))
    expect(gzipped).toBeLessThan(ceiling)
  })

  it('of a flow with only <Talk> stays below its ceiling', async () => {
    const { gzipped } = await sizeOf(flowOf('Talk'))
    expect(gzipped).toBeLessThan(30_000)
  })

  it('of a flow leaves out the components that it does not use', async () => {
    const [whole, talk] = await Promise.all([sizeOf(wholeOf('ncco-jsx')), sizeOf(flowOf('Talk'))])
    expect(talk.gzipped).toBeLessThan(whole.gzipped * 0.9)
  })
})
