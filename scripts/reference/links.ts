import { ssmlTags } from '../../src/speech/ssml'
import { allCodes } from '../message-tables'
import type { EntryDocs, ExportDocs } from './entries'
import { toFileName } from './page'

const codes = allCodes()

/** The exports that the page of an element tells about, each with that page: `Talk`, `TalkOptions` and `TalkProps`. */
export function placesOfElements(entries: readonly EntryDocs[]): ReadonlyMap<string, string> {
  const exports = entries.flatMap((entry) => entry.exports)
  const pages = new Map<string, string>()
  for (const { name } of exports.filter(isElement)) {
    const page = `../elements/${toFileName(name)}.md`
    for (const part of [name, `${name}Props`]) pages.set(part, page)
    // Those of dialogs have no options of the NCCO, but a voice has options that questions share.
    if (name !== 'Voice') pages.set(`${name}Options`, page)
  }
  for (const tag of Object.keys(ssmlTags)) {
    pages.set(`${toPascal(tag)}Attributes`, `../elements/ssml.md#${tag}`)
  }
  return pages
}

/** Whether an export is a component that stands for something in an NCCO or a dialog. */
export function isElement({ name, text }: Pick<ExportDocs, 'name' | 'text'>): boolean {
  const [, signature = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? []
  return /^[A-Z]/.test(name) && /: Component<\w+>;|(?:\)|=>):? NccoElement;/.test(signature)
}

function toPascal(tag: string): string {
  return tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Makes the text that TypeDoc wrote for an entry fit a page one folder below the reference. */
export function fitText(
  text: string,
  { name, exports }: EntryDocs,
  elements: ReadonlyMap<string, string>,
): string {
  const byAnchor = new Map(exports.map((one) => [one.anchor, one.name]))
  const page = fileOf(name)
  const linked = text.replaceAll(/\]\((?:(\w+)\.md)?#([\w-]+)\)/g, (_, file, anchor: string) => {
    if (file !== undefined && file !== 'index') return `](../api/${file}.md#${anchor})`
    const isCore = file === 'index' || name === 'ncco-jsx'
    const element = elements.get(isCore ? coreName(anchor, elements) : (byAnchor.get(anchor) ?? ''))
    return `](${element ?? `../api/${file === 'index' ? 'ncco-jsx.md' : page}#${anchor}`})`
  })
  return outsideCodeBlocks(linked.replaceAll('__namedParameters', 'props'), (prose) =>
    prose
      .replaceAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g, (whole, code) =>
        codes.has(code) ? `[${whole}](../../errors.md#${code})` : whole,
      )
      .replaceAll(/^\|.*\|$/gm, withoutFillers),
  )
}

function coreName(anchor: string, elements: ReadonlyMap<string, string>): string {
  return [...elements.keys()].find((name) => name.toLowerCase() === anchor) ?? ''
}

/** A row without what TypeDoc writes for an absent default, and for an absent comment. */
function withoutFillers(row: string): string {
  return row.replaceAll(/(?<=\|) (?:`undefined`|-) (?=\|)/g, ' ')
}

function outsideCodeBlocks(text: string, change: (prose: string) => string): string {
  return text
    .split(/(^```[\s\S]*?^```)/m)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('')
}

/** The file of an entry's page. */
export function fileOf(entry: string): string {
  return `${entry.replace('ncco-jsx/', '')}.md`
}
