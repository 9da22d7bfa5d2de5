import { table } from '../markdown'
import type { EntryDocs, ExportDocs } from './entries'
import { fileOf, fitText, isElement } from './links'
import { fence, makePage, type Page } from './page'

/** A page for each entry, with a section for each export that has no page of its own. */
export function makeApiPages(
  entries: readonly EntryDocs[],
  elements: ReadonlyMap<string, string>,
): Page[] {
  return entries.map((entry) => makeApiPage(entry, elements))
}

function makeApiPage(entry: EntryDocs, elements: ReadonlyMap<string, string>): Page {
  const { name, introduction, exports } = entry
  const own = exports.filter((one) => !elements.has(one.name))
  const elsewhere = exports.filter((one) => elements.has(one.name))
  const groups = [...new Set(own.map(({ group }) => group))]
  const sections = groups.flatMap((group) => [
    `## ${group}`,
    ...own.filter((one) => one.group === group).map(showExport),
  ])
  const [first = ''] = own.filter(({ group }) => group === 'Functions').map((one) => one.name)
  const text = [
    introduction,
    fence('ts', `import { ${first} } from '${name}'`),
    ...sections,
    ...showElements(elsewhere, elements),
  ].join('\n\n')
  return makePage(`api/${fileOf(name)}`, name, [fitText(text, entry, elements)])
}

function showExport({ name, anchor, group, text }: ExportDocs): string {
  const call = group === 'Functions' ? '()' : ''
  return `### ${name}${call} {#${anchor}}\n\n${text}`
}

/** The exports that the pages of elements tell about. */
function showElements(
  exports: readonly ExportDocs[],
  elements: ReadonlyMap<string, string>,
): string[] {
  if (exports.length === 0) return []
  const components = exports.filter(isElement).map(({ name }) => name)
  const types = exports.map(({ name }) => name).filter((name) => !components.includes(name))
  const rows = components.map((name) => {
    const ofElement = types.filter((type) => elements.get(type) === elements.get(name))
    return [
      `[\`${name}\`](${elements.get(name)})`,
      ofElement.map((type) => `\`${type}\``).join(', '),
    ]
  })
  const ofTags = types.filter((type) => elements.get(type)?.includes('ssml.md'))
  const ssml = ofTags.map((type) => `[\`${type}\`](${elements.get(type)})`)
  return [
    '## Elements',
    'Each has a page of its own.',
    table(['element', 'types'], rows),
    ...(ssml.length === 0 ? [] : [`The attributes of SSML tags: ${ssml.join(', ')}.`]),
  ]
}
