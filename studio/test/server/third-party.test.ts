import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const studio = fileURLToPath(new URL('../..', import.meta.url))

it('THIRD-PARTY.md names every package whose code is in dist', () => {
  const dist = join(studio, 'dist')
  const maps = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js.map'))
    .map((name) => JSON.parse(readFileSync(join(dist, name), 'utf8')))
  const bundled = maps.flatMap(({ sources }: { sources: string[] }) =>
    sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []),
  )
  expect(bundled).toContain('preact')
  const page = readFileSync(join(studio, 'THIRD-PARTY.md'), 'utf8')
  const named = [...page.matchAll(/^\| `(.+?)`/gm)].map(([, name]) => name)
  // A part of dagre, which is a bundle itself.
  const expected = [...new Set([...bundled, '@dagrejs/graphlib'])]
  expect(named.sort()).toStrictEqual(expected.sort())
})
