import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { outcome } from '../../matrix/flows/flows'

// The queue keeps its line in the memory of a module, and other tests leave callers in it.
vi.resetModules()
const { renderExamples } = await import('../../matrix/servers/script')

const file = (path: string) => fileURLToPath(new URL(`../../matrix/${path}`, import.meta.url))
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

describe('what the matrix expects', () => {
  it('of its flows is what the sources give', async () => {
    const { nccos, mistakes } = await outcome()
    await expect(json(nccos)).toMatchFileSnapshot(file('flows/expected.json'))
    expect(mistakes.map(({ code }) => code)).toStrictEqual(Array(7).fill('out-of-range'))
  })

  it('of the examples is what the sources give', async () => {
    await expect(json(await renderExamples())).toMatchFileSnapshot(file('servers/expected.json'))
  })
})
