import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools'

const folder = join(root, 'docs/guide')
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

const sidebar = readFileSync(join(root, 'docs/.vitepress/guide.ts'), 'utf8')

/** The paragraphs of a page: no headings, code, tables or lists. */
function paragraphs(text: string): string[] {
  const blocks = text.replaceAll(/^(```|---\n)[\s\S]*?^\1/gm, '').split(/\n{2,}/)
  return blocks.filter((block) => /^[\w`[<{]/.test(block.trim()))
}

describe.each(pages)('the page $name of the guide', ({ name, text }) => {
  it('says in a sentence what it is about', () => {
    expect(text).toMatch(/^---\ndescription: .{20,140}\.\n---\n\n# /)
  })

  it('stands in the sidebar', () => {
    expect(sidebar).toContain(`'/guide/${name.replace('.md', '')}'`)
  })

  it('has its code in files that tests run', () => {
    const others = text.replaceAll(/^<!-- code: .* -->\n```[\s\S]*?^```$/gm, '')
    const modules = [...others.matchAll(/^```tsx?\n([\s\S]*?)^```/gm)].map(([, code]) => code)
    expect(modules.filter((code) => code?.includes('import '))).toStrictEqual([])
  })

  it('reads whole without the site', () => {
    expect(text.match(/^(?:<<<|:::).*$/gm)).toBe(null)
  })

  it('has paragraphs of five lines at most', () => {
    const long = paragraphs(text).filter((paragraph) => paragraph.length > 5 * 100)
    expect(long).toStrictEqual([])
  })
})
