import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toAnchor } from '../../docs/.vitepress/anchors'
import { root } from '../tools'
import { makeApiPages } from './api-pages'
import { groupOf, makeComponentPages } from './component-pages'
import { makeElementPages } from './element-pages'
import { readEntries } from './entries'
import { placesOfElements } from './links'
import { makePage, type Page } from './page'
import { makeSsmlPage } from './ssml-page'

/** Writes the reference of the site into a folder, as Markdown for VitePress, with the items of its sidebar. */
export async function writeReference(folder: string): Promise<void> {
  const entries = readEntries()
  const elements = placesOfElements(entries)
  const ofElements = [
    ...(await makeElementPages()),
    await makeSsmlPage(),
    ...(await makeComponentPages(entries, elements)),
  ]
  const api = makeApiPages(entries, elements)
  const pages = [makeOverview(ofElements, api), ...ofElements, ...api, makeBenchmarksPage()]
  rmSync(folder, { recursive: true, force: true })
  for (const { path, text } of pages) write(join(folder, path), text)
  write(join(folder, 'sidebar.json'), `${JSON.stringify(makeSidebar(ofElements, api), null, 2)}\n`)
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const groups = [
  'Actions',
  'Endpoints',
  'Inside actions and endpoints',
  'Speech and raw JSON',
  'Dialogs',
]

function makeOverview(elements: readonly Page[], api: readonly Page[]): Page {
  const link = ({ title, path }: Page) => `* [${title}](${path})`
  return makePage('index.md', 'Reference', [
    'Made from the tables and the comments of the sources, so that it says what the checks do.',
    '## Elements',
    ...groups.flatMap((group) => [
      `### ${group}`,
      elements
        .filter(({ title }) => groupOf(title) === group)
        .map(link)
        .join('\n'),
    ]),
    '## Modules',
    api.map(link).join('\n'),
    '## Findings and rules',
    [
      '* [Errors and warnings](../errors.md): every code, with what Vonage does',
      '* [The rules of the platform](../rules.md)',
      '* [Where the reference is silent](../undocumented.md)',
      '* [Where it runs](../matrix.md)',
      '* [Benchmarks](benchmarks.md)',
    ].join('\n'),
  ])
}

/** The page of the benchmarks, with its links as they are from here. */
function makeBenchmarksPage(): Page {
  const text = readFileSync(join(root, 'bench/README.md'), 'utf8').replaceAll('\r\n', '\n')
  const [, title = ''] = /^# (.*)\n/.exec(text) ?? []
  const body = text
    .replace(/^# .*\n/, '')
    .replaceAll('](../docs/', '](../')
    .trim()
  return makePage('benchmarks.md', title, [body])
}

interface SidebarItem {
  readonly text: string
  readonly link?: string
  readonly collapsed?: boolean
  readonly items?: readonly SidebarItem[]
}

function makeSidebar(elements: readonly Page[], api: readonly Page[]): SidebarItem[] {
  const item = ({ title, path }: Page) => ({
    text: title,
    link: `/reference/${path.replace(/\.md$/, '')}`,
  })
  const ofGroup = (group: string) => elements.filter(({ title }) => groupOf(title) === group)
  return [
    { text: 'Overview', link: '/reference/' },
    ...groups.map((group) => toGroup(group, ofGroup(group).map(item))),
    toGroup('Modules', api.map(item)),
    { text: 'Benchmarks', link: '/reference/benchmarks' },
  ]
}

/** A group that opens. Its link leads to the overview: without one, VitePress makes it a button around a button. */
function toGroup(text: string, items: readonly SidebarItem[]): SidebarItem {
  return { text, link: `/reference/#${toAnchor(text)}`, collapsed: true, items }
}
