import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundledIn } from '../../support/bundled-in'
import { playgroundFolder } from '../../support/serve-playground'

const read = (file: string) => readFileSync(join(playgroundFolder, file), 'utf8')

describe('the files of the playground', () => {
  it('are found from wherever they are put', () => {
    const urls = [...read('index.html').matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url)
    expect(urls.length).toBeGreaterThan(2)
    expect(urls.filter((url) => !url?.startsWith('./'))).toStrictEqual([])
  })

  it('forbid requests to any host', () => {
    expect(read('index.html')).toContain("default-src 'none'")
    expect(read('index.html')).toContain("connect-src 'none'")
  })

  it('bring the licences of what they hold', () => {
    const page = read('licenses.md')
    const named = [...page.matchAll(/^## (\S+) - /gm)].map(([, name]) => name)
    expect(named.sort()).toStrictEqual(
      bundledIn(join(playgroundFolder, 'assets')).filter((name) => name !== '@babel/standalone'),
    )
    expect(read('compiler-licenses.md')).toContain('`@babel/standalone`')
  })

  it('load the compiler apart from the page', () => {
    const files = readdirSync(join(playgroundFolder, 'assets'))
    const page = files.find((name) => /^index-.*\.js$/.test(name)) ?? ''
    expect(files.some((name) => /^compiler-worker-.*\.js$/.test(name))).toBe(true)
    expect(read(`assets/${page}`)).not.toContain('UnterminatedJsxContent')
  })
})
