import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deadLinks } from '../../scripts/site/links'

/** Writes the files of a site, and finds its dead links. */
function find(files: Readonly<Record<string, string>>, base = '/') {
  const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-links-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return deadLinks(folder, base)
}

const hooks = '<h2 id="seals">Seals</h2>'

describe('the dead links of a site', () => {
  it.each([
    ['a page', '<a href="guide/hooks.html">'],
    ['an anchor of a page', '<a class="link" href="/guide/hooks.html#seals">'],
    ['an anchor of the same page', '<h1 id="a&amp;b"><a href="#a&amp;b">'],
    ['the index of a folder', '<a href="./">'],
    ['a file', '<img src="a.png">'],
    ['another site', '<a href="https://example.com/nothing#there">'],
    ['data', '<img src="data:image/png;base64,AA==">'],
  ])('are not those to %s', (_, html) => {
    const files = { 'index.html': html, 'guide/hooks.html': hooks, 'a.png': '' }
    expect(find(files)).toStrictEqual([])
  })

  it.each([
    ['a page that is missing', 'guide/hook.html'],
    ['an anchor that is missing', 'guide/hooks.html#seal'],
    ['an anchor that the page itself lacks', '#top'],
    ['a folder', 'guide'],
    ['a file that is missing', '/b.png'],
  ])('are those to %s', (_, link) => {
    const html = `<a href="${link}">and again <a href="${link}">`
    const files = { 'index.html': html, 'guide/hooks.html': hooks }
    expect(find(files)).toStrictEqual([`index.html: ${link}`])
  })

  it('are those that leave the base path', () => {
    const html = '<a href="/ncco-jsx/">, <a href="/">'
    expect(find({ 'index.html': html }, '/ncco-jsx/')).toStrictEqual(['index.html: /'])
  })
})
