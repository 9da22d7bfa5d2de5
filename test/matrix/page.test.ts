import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { withRows } from '../../matrix/page'
import { table } from '../../matrix/table'

const page = readFileSync(
  fileURLToPath(new URL('../../docs/matrix.md', import.meta.url)),
  'utf8',
).replaceAll('\r\n', '\n')

describe('docs/matrix.md', () => {
  it('lists every row, as `npm run docs` writes it', () => {
    expect(page).toBe(withRows(page))
    expect(page).toContain('| bundler | esbuild | esbuild ')
  })
})

describe('the matrix', () => {
  it('has no two rows of one name in one part', () => {
    const names = table.map(({ part, name }) => `${part} ${name}`)
    expect(new Set(names).size).toBe(names.length)
  })
})
