import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

/** The packages whose code a bundle holds, as esbuild heads each of their files. */
function bundledIn(path: string): string[] {
  const heads = read(path).matchAll(/^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)
  return [...new Set([...heads].map(([, name = '']) => name))]
}

describe('THIRD-PARTY.md', () => {
  it('names every package whose code is in dist, and those within it', () => {
    const dist = readdirSync(fileURLToPath(new URL('../../dist', import.meta.url)))
    const modules = dist.filter((name) => /\.c?js$/.test(name))
    const bundled = modules.flatMap((name) => bundledIn(`dist/${name}`))
    // It is a bundle itself.
    const within = bundledIn('node_modules/prettier/doc.mjs')
    const named = [...read('THIRD-PARTY.md').matchAll(/^\| `(.+?)`/gm)].map(([, name]) => name)
    expect(named.sort()).toStrictEqual([...new Set([...bundled, ...within])].sort())
  })
})
