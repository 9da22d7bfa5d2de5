import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tools'

const docs = join(root, 'docs')

interface GuidePage {
  /** Its path below docs. */
  readonly path: string
  readonly title: string
  readonly text: string
}

/** The pages that teach: those of the guide, and the longer ones beside it. */
const pages: readonly GuidePage[] = [
  'dialogs.md',
  'outbound.md',
  ...readdirSync(join(docs, 'guide'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `guide/${name}`),
].map(readPage)

function readPage(path: string): GuidePage {
  const text = readFileSync(join(docs, path), 'utf8')
  const [, title = path] = /^# (.*)$/m.exec(text) ?? []
  return { path, title, text }
}

/** Links, from a page one folder below the reference, to the pages that use an element most. */
export function guideTo(...elements: readonly string[]): string[] {
  const tag = new RegExp(`<(?:${elements.join('|')})\\b`, 'g')
  const counted = pages.map((page) => ({ ...page, uses: page.text.match(tag)?.length ?? 0 }))
  const used = counted.filter(({ uses }) => uses > 0)
  // Those about moving from something else show elements only to compare them.
  used.sort((a, b) => Number(isAboutMoving(a)) - Number(isAboutMoving(b)) || b.uses - a.uses)
  const links = used.slice(0, 3).map(({ path, title }) => `[${title}](../../${path})`)
  return links.length === 0 ? [] : [`* Guide: ${links.join(', ')}`]
}

function isAboutMoving({ path }: GuidePage): boolean {
  return path.startsWith('guide/from-')
}
