import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const page = fileURLToPath(
  new URL('../../../page/playground/compile/third-party.md', import.meta.url),
)

describe('the licences of the compiler', () => {
  it('are those of every package that it holds', () => {
    const named = [...readFileSync(page, 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(
      ([, name]) => name,
    )
    const map = createRequire(import.meta.url).resolve('@babel/standalone/babel.js.map')
    const { sources }: { sources: string[] } = JSON.parse(readFileSync(map, 'utf8'))
    const names = sources.flatMap((source) => {
      const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source) ?? []
      // Babel marks what it will replace in its next version.
      return name === undefined ? [] : [name.replace(/-BABEL_8_BREAKING-\w+$/, '')]
    })
    const grouped = names.map((name) => name.replace(/^(@babel|@jridgewell)\/.*/, '$1/*'))
    expect([...new Set(grouped)].sort()).toStrictEqual(named)
  })
})
