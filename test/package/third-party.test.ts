import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

/** The packages that these sources belong to. */
function packagesOf(sources: readonly string[]): string[] {
  const names = sources.map((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1])
  return names.filter((name) => name !== undefined)
}

/** The sources of a bundle, as esbuild heads the code of each. */
function headsOf(bundle: string): string[] {
  return [...bundle.matchAll(/^\/\/ (.+)$/gm)].map(([, source = '']) => source)
}

describe('THIRD-PARTY.md', () => {
  it('names every package whose code is in dist, and those within it', () => {
    const dist = readdirSync(fileURLToPath(new URL('../../dist', import.meta.url)))
    const maps = dist.filter((name) => /\.c?js\.map$/.test(name))
    const bundled = maps.flatMap((name) => packagesOf(JSON.parse(read(`dist/${name}`)).sources))
    // It is a bundle itself.
    const within = packagesOf(headsOf(read('node_modules/prettier/doc.mjs')))
    const named = [...read('THIRD-PARTY.md').matchAll(/^\| `(.+?)`/gm)].map(([, name]) => name)
    expect(named.sort()).toStrictEqual([...new Set([...bundled, ...within])].sort())
  })
})
