import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { table } from '../../matrix/table'

const page = readFileSync(fileURLToPath(new URL('../../docs/matrix.md', import.meta.url)), 'utf8')

describe('docs/matrix.md', () => {
  it('lists every row with the versions of its packages', () => {
    const lines = table.map(({ part, name, packages, isFast }) => {
      const versions = Object.entries(packages).map(([tool, version]) => `${tool} ${version}`)
      return `| ${part} | ${name} | ${versions.join(', ')} | ${isFast ? 'yes' : ''} |`
    })
    const listed = page.split('\n').filter((line) => /^\| (?!row|part|-)/.test(line))
    expect(listed).toStrictEqual(lines)
  })
})

describe('the matrix', () => {
  it('has no two rows of one name in one part', () => {
    const names = table.map(({ part, name }) => `${part} ${name}`)
    expect(new Set(names).size).toBe(names.length)
  })
})
