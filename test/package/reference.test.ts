import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { check } from 'ncco-jsx'
import * as dialog from 'ncco-jsx/dialog'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toAnchor } from '../../docs/.vitepress/anchors'
import { writeReference } from '../../scripts/reference'
import { importedEntries } from '../../scripts/reference/entries'
import { outsideCode, toFileName } from '../../scripts/reference/page'
import { root } from '../../scripts/tools'
import { codeBlocks } from '../support/generated'

const docs = join(root, 'docs')
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-reference-'))
  await writeReference(join(folder, 'reference'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function filesOf(name: string): ReadonlyMap<string, string> {
  const below = join(folder, name)
  const names = readdirSync(below, { recursive: true, encoding: 'utf8' })
  const files = names.filter((file) => statSync(join(below, file)).isFile()).sort()
  return new Map(
    files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(below, file), 'utf8')]),
  )
}

/** The names that each entry exports. */
function exportsOf(): [entry: string, names: readonly string[]][] {
  const paths = importedEntries.map((entry) =>
    join(root, 'src', entry.slice('ncco-jsx/'.length), 'index.ts'),
  )
  const program = ts.createProgram(paths, { noLib: true, types: [] })
  const checker = program.getTypeChecker()
  return importedEntries.map((entry, index) => {
    const source = program.getSourceFile(paths[index] ?? '')
    const module = source && checker.getSymbolAtLocation(source)
    const exported = module ? checker.getExportsOfModule(module) : []
    return [entry, exported.map(({ name }) => name)]
  })
}

describe('the reference', () => {
  it.each(exportsOf())('has an entry for every export of %s', (entry, names) => {
    const page = filesOf('reference').get(`api/${entry.replace('ncco-jsx/', '')}.md`) ?? ''
    const headings = [...page.matchAll(/^### (\w+)/gm)].map(([, name]) => name)
    const [, elements = ''] = page.split('\n## Elements\n')
    const missing = names.filter(
      (name) => !headings.includes(name) && !new RegExp(`\\[?\`${name}\``).test(elements),
    )
    expect(names.length).toBeGreaterThan(0)
    expect(missing).toStrictEqual([])
  })

  it('says of every export what it does', () => {
    const silent = [...filesOf('reference')].flatMap(([file, text]) => {
      const sections = file.startsWith('api/') ? text.split(/^### /m).slice(1) : []
      const described = /^\w+.*\n\n(?:```ts\n[\s\S]*?```\n\n)?[A-Z`][\s\S]*?\./
      return sections
        .filter((section) => !described.test(section))
        .map((section) => `${file}: ${section.slice(0, 40)}`)
    })
    expect(silent).toStrictEqual([])
  })

  const components = Object.keys(dialog).filter((name) => /^[A-Z]/.test(name))

  it.each([...components, 'Raw'])('has a page for <%s>, whose sample passes check', (name) => {
    const page = filesOf('reference').get(`elements/${toFileName(name)}.md`) ?? ''
    const nccos = codeBlocks(page, 'json').map((json) => JSON.parse(json))
    expect(codeBlocks(page, 'tsx')[0]).toContain(`<${name}`)
    expect(nccos.length).toBeGreaterThan(0)
    expect(nccos.flatMap((ncco) => check(ncco))).toStrictEqual([])
  })

  it('has only links that lead somewhere', () => {
    const pages = filesOf('reference')
    const dead = [...pages].flatMap(([file, text]) =>
      linksIn(text)
        .filter((link) => !leadsSomewhere(link, file, pages))
        .map((link) => `${file}: ${link}`),
    )
    expect(dead).toStrictEqual([])
  })

  it('has each anchor once on a page', () => {
    const twice = [...filesOf('reference')].flatMap(([file, text]) => {
      const anchors = idsIn(text)
      return anchors
        .filter((anchor, index) => anchors.indexOf(anchor) !== index)
        .map((anchor) => `${file}#${anchor}`)
    })
    expect(twice).toStrictEqual([])
  })

  it('has no HTML in its prose but anchors, and nothing that Vue would read', () => {
    const wrong: string[] = []
    for (const [file, text] of filesOf('reference')) {
      outsideCode(text, (prose) => {
        const rest = prose.replaceAll(/<a id="[\w-]+"><\/a>|<https:[^>]+>/g, '')
        if (file.endsWith('.md') && /(?<!\\)<|\{\{/.test(rest)) wrong.push(`${file}: ${rest}`)
        return prose
      })
    }
    expect(wrong).toStrictEqual([])
  })

  it('has a sidebar with every page', () => {
    const files = filesOf('reference')
    const sidebar = files.get('sidebar.json') ?? ''
    const linked = [...sidebar.matchAll(/"link": "\/reference\/([^#"]*)"/g)].map(
      ([, path]) => `${path || 'index'}.md`,
    )
    const pages = [...files.keys()].filter((file) => file.endsWith('.md'))
    expect(linked.sort()).toStrictEqual(pages.sort())
  })

  it('is the same when it is made again', async () => {
    await writeReference(join(folder, 'again'))
    expect(filesOf('again')).toStrictEqual(filesOf('reference'))
  })
})

function linksIn(text: string): string[] {
  const links: string[] = []
  for (const [, link = ''] of text
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .matchAll(/\]\(([^)\s]+)\)/g)) {
    if (!/^https?:/.test(link)) links.push(link)
  }
  return links
}

function leadsSomewhere(link: string, file: string, pages: ReadonlyMap<string, string>): boolean {
  const [path = '', anchor] = link.split('#')
  // As it is in docs/reference.
  const target =
    path === '' ? join(docs, 'reference', file) : resolve(docs, 'reference', dirname(file), path)
  const inReference = target.startsWith(join(docs, 'reference'))
  const own = target.slice(join(docs, 'reference').length + 1).replaceAll('\\', '/')
  const text = inReference ? pages.get(own) : readIfThere(target)
  return text !== undefined && (anchor === undefined || idsIn(text).includes(anchor))
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** The ids that the site gives to headings and anchors. */
function idsIn(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, '')
  const anchors = [...prose.matchAll(/<a id="([\w-]+)">/g)].map(([, id = '']) => id)
  const used = new Map<string, number>()
  const headings = [...prose.matchAll(/^#+ (.*?)(?: \{#([\w-]+)\})?$/gm)].map(
    ([, title = '', id]) => {
      if (id !== undefined) return id
      const slug = toAnchor(title)
      const count = used.get(slug) ?? 0
      used.set(slug, count + 1)
      return count === 0 ? slug : `${slug}-${count}`
    },
  )
  return [...headings, ...anchors]
}
