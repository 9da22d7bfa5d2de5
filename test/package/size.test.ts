import { describe, expect, it } from 'vitest'
import { flowOf, sizeOf, wholeOf } from '../../bench/size/bundle'
import { entries } from '../../scripts/entries'

// A little above what was measured last. Raise one only for something that is worth its bytes to every user.
const ceilings: Readonly<Record<string, number>> = {
  'ncco-jsx': 25_600,
  'ncco-jsx/jsx-runtime': 400,
  'ncco-jsx/jsx-dev-runtime': 400,
  'ncco-jsx/convert': 37_300,
  'ncco-jsx/serve': 39_900,
  'ncco-jsx/node': 1_000,
  'ncco-jsx/simulate': 46_700,
}

describe('the gzipped size in a bundle', () => {
  it('has a ceiling for every entry', () => {
    expect(Object.keys(ceilings)).toStrictEqual(entries)
  })

  it.each(Object.entries(ceilings))('of %s stays below its ceiling', async (entry, ceiling) => {
    const { gzipped } = await sizeOf(wholeOf(entry))
    expect(gzipped).toBeLessThan(ceiling)
  })

  it('of a flow of <Talk> alone stays below its ceiling', async () => {
    const { gzipped } = await sizeOf(flowOf('Talk'))
    expect(gzipped).toBeLessThan(21_300)
  })

  it('of a flow leaves out the components that it does not use', async () => {
    const [whole, talk] = await Promise.all([sizeOf(wholeOf('ncco-jsx')), sizeOf(flowOf('Talk'))])
    expect(talk.gzipped).toBeLessThan(whole.gzipped * 0.9)
  })
})
