import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeFiles, pagesWithCode, withCode } from '../../scripts/sample-code'
import { root } from '../../scripts/tools'

const pages = pagesWithCode().map((path) => ({
  name: relative(root, path).replaceAll('\\', '/'),
  path,
  text: readFileSync(path, 'utf8').replaceAll('\r\n', '\n'),
}))

describe('the code on the pages', () => {
  it.each(pages)('of $name is that of its files, as `npm run docs` writes it', (page) => {
    expect(page.text).toBe(withCode(page.path))
  })

  it('is found by its markers', () => {
    const markers = pages.flatMap(({ text }) => text.match(/^<!-- code:/gm) ?? [])
    expect(markers.length).toBeGreaterThan(40)
    expect(pages.flatMap(({ text }) => codeFiles(text))).toHaveLength(markers.length)
  })
})
