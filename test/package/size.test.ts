import { describe, expect, it } from 'vitest'
import { sizeOf, talkOnly, wholeCore } from '../../bench/size'

// A little above what was measured last. Raise one only for something that is worth its bytes to every user.
describe('the gzipped size in a bundle', () => {
  it.each([
    ['the whole core', wholeCore, 23_500],
    ['a flow of <Talk> alone', talkOnly, 19_400],
  ])('of %s stays below its ceiling', async (_, module, ceiling) => {
    const { gzipped } = await sizeOf(module)
    expect(gzipped).toBeLessThan(ceiling)
  })

  it('of a flow leaves out the components that it does not use', async () => {
    const [whole, talk] = await Promise.all([sizeOf(wholeCore), sizeOf(talkOnly)])
    expect(talk.gzipped).toBeLessThan(whole.gzipped * 0.9)
  })
})
