import { readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
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

/** The Markdown of a page, with the code that it includes, and without what only a site has. */
function toText(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n+/, '')
    .replaceAll(/^::: *(?:code-group)?\n+/gm, '')
    .replaceAll(/^<img .*\n+/gm, '')
    .replaceAll(/^<<< @\/(\S+)(?: \[(.*)\])?$/gm, (_, path, title) => included(path, title))
    .replaceAll(/\[([^\][]+)\]\((?!https?:)[^()]*\)/g, '$1')
}

function included(path: string, title: string | undefined): string {
  const isNamed = title !== undefined && /\.[jt]sx?$/.test(title)
  const name = isNamed ? `// ${title.replaceAll(/&#(\d+);/g, toCharacter)}\n` : ''
  return `\`\`\`${extname(path).slice(1)}\n${name}${read(path)}\`\`\``
}

function toCharacter(_: string, code: string): string {
  return String.fromCharCode(Number(code))
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
