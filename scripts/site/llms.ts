import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GuidePage, guide, reference } from '../../docs/.vitepress/guide'
import { root } from '../tools'

const docs = join(root, 'docs')
const summary =
  'Vonage voice calls as TSX components: a JSX runtime whose elements are the objects of an NCCO, the JSON that runs a phone call.'

/** `llms.txt`: every page in a line, for assistants that read pages one by one. */
export function makeLlmsIndex(linkTo: (page: GuidePage) => string): string {
  const line = (page: GuidePage) => `- [${page.text}](${linkTo(page)}): ${describe(page)}`
  const groups = [...guide, { text: 'Reference', items: reference }].map(
    ({ text, items }) => `## ${text}\n\n${items.map(line).join('\n')}\n`,
  )
  return `# ncco-jsx\n\n> ${summary}\n\n${groups.join('\n')}`
}

/** `llms-full.txt`: the page for assistants and the whole guide in one text, with its code. */
export function makeLlmsFull(): string {
  const pages = guide.flatMap(({ items }) => items)
  return [read('../AGENTS.md'), ...pages.map((page) => toText(sourceOf(page)))].join('\n')
}

/** The Markdown of a page, without what only a site or a generator has. */
function toText(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n+/, '')
    .replaceAll(/^<!-- code: .*\n/gm, '')
    .replaceAll(/^<img .*\n+/gm, '')
    .replaceAll(/\[([^\][]+)\]\((?!https?:)[^()]*\)/g, '$1')
}

/** What a page says about itself, or the list of pages about it. */
function describe(page: GuidePage): string {
  const [, description] = /^---\ndescription: (.*)\n---\n/.exec(sourceOf(page)) ?? []
  return page.description ?? description ?? page.text
}

function sourceOf({ link }: GuidePage): string {
  return read(`${link.slice(1)}.md`)
}

function read(path: string): string {
  return readFileSync(join(docs, path), 'utf8').replaceAll('\r\n', '\n')
}

/** Writes both into the package, where links lead to the pages that it holds. */
export function writeLlms(files: readonly string[]): void {
  const linkTo = ({ link }: GuidePage) => {
    const page = `docs${link}.md`
    return files.includes(page) ? page : 'llms-full.txt'
  }
  writeFileSync(join(root, 'llms.txt'), makeLlmsIndex(linkTo))
  writeFileSync(join(root, 'llms-full.txt'), makeLlmsFull())
}
