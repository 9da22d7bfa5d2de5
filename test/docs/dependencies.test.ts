import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

const page = read('docs/dependencies.md')
const named = new Set([...page.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name))

describe('docs/dependencies.md', () => {
  it.each([
    'package.json',
    'studio/package.json',
    'docs/package.json',
    'create/package.json',
    'examples/servers/package.json',
    'tools/bench/package.json',
    'tools/diagrams/package.json',
    'tools/http/package.json',
    'tools/package-shape/package.json',
    'tools/reference/package.json',
    'tools/tls/package.json',
    'tools/types/package.json',
  ])('names every package of %s', (path) => {
    const { dependencies, devDependencies } = JSON.parse(read(path))
    const packages = Object.keys({ ...dependencies, ...devDependencies })
    const isNamed = (name: string) =>
      named.has(name) || (name.startsWith('@types/') && path.startsWith('examples'))
    expect(packages.filter((name) => !isNamed(name))).toStrictEqual([])
  })
})
