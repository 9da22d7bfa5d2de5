import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bundledIn } from '../support/bundled-in'

const studio = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(studio, 'dist')

describe('the licences', () => {
  it('of what the server holds are in THIRD-PARTY.md', () => {
    const page = readFileSync(join(studio, 'THIRD-PARTY.md'), 'utf8')
    const named = [...page.matchAll(/^\| `(.+?)` +\| `dist\/index\.js`/gm)].map(([, name]) => name)
    expect(bundledIn(dist)).toStrictEqual(named)
  })

  it('of what the page holds go along with it', () => {
    const page = readFileSync(join(dist, 'page/licenses.md'), 'utf8')
    const named = [...page.matchAll(/^## (\S+) - /gm)].map(([, name]) => name)
    expect(named.sort()).toStrictEqual(bundledIn(join(dist, 'page/assets')))
  })
})
