import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const read = (name: string) => readFileSync(path(name), 'utf8')
const bundle = readdirSync(path('dist')).map((name) => read(`dist/${name}`))

describe('create-ncco-jsx, as it is published', () => {
  it('names every package whose code is in it', () => {
    // The bundler heads each module with its path.
    const bundled = bundle.flatMap((text) =>
      [...text.matchAll(/^\/\/ \S*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(([, name]) => name),
    )
    const named = [...read('THIRD-PARTY.md').matchAll(/^\| `(.+?)`/gm)].map(([, name]) => name)
    expect(bundled).toContain('commander')
    expect(named.sort()).toStrictEqual([...new Set(bundled)].sort())
  })

  it('needs no other package', () => {
    expect(JSON.parse(read('package.json'))).not.toHaveProperty('dependencies')
    const imported = bundle.flatMap((text) =>
      [...text.matchAll(/^(?:import|export) .*? from ["']([^"'.]+)["']/gm)].map(([, name]) => name),
    )
    expect(imported.length).toBeGreaterThan(3)
    expect(imported.filter((name = '') => !isBuiltin(name))).toStrictEqual([])
  })
})
