import { actions } from '../../src/vocabulary'
import { isIssueCode } from '../message-tables'
import { objects } from '../objects'
import { tableOfCodes } from './codes'
import type { EntryDocs, ExportDocs } from './entries'
import { guideTo } from './guide'
import { fitText, isElement } from './links'
import { fence, makePage, type Page, toFileName } from './page'
import { readSample, showSample } from './samples'

/** A page for each component that has no table of the NCCO: `Raw`, and those of dialogs. */
export async function makeComponentPages(
  entries: readonly EntryDocs[],
  elements: ReadonlyMap<string, string>,
): Promise<Page[]> {
  const known = new Set(objects.map(({ component }) => component))
  const pages = entries.flatMap((entry) =>
    entry.exports
      .filter((one) => isElement(one) && !known.has(one.name))
      .map((one) => makeComponentPage(one, entry, elements)),
  )
  return (await Promise.all(pages)).sort((a, b) => a.title.localeCompare(b.title, 'en'))
}

async function makeComponentPage(
  component: ExportDocs,
  entry: EntryDocs,
  elements: ReadonlyMap<string, string>,
): Promise<Page> {
  const { name, text } = component
  const sample = await readSample(toFileName(name))
  const props = entry.exports.find((one) => one.name === `${name}Props`)
  const described = text.replace(/^```ts[\s\S]*?```\s*/, '').split(/^#### /m)[0] ?? ''
  const isOfDialog = entry.name === 'ncco-jsx/dialog'
  return makePage(`elements/${toFileName(name)}.md`, name, [
    fitText(described.trim(), entry, elements),
    fence('ts', `import { ${name} } from '${entry.name}'`),
    '## Sample',
    ...showSample(sample),
    '## Props',
    props ? fitText(propsTable(props.text), entry, elements) : 'It takes no props.',
    ...codesOf(text),
    '## See also',
    [
      ...guideTo(name),
      isOfDialog
        ? '* Module: [`ncco-jsx/dialog`](../api/dialog.md)'
        : '* Module: [`ncco-jsx/convert`](../api/convert.md), which writes NCCOs as elements',
    ].join('\n'),
  ])
}

/** The table of the props, without the headings around it. */
function propsTable(text: string): string {
  const [, properties = ''] = text.split(/^#### Properties\n/m)
  // One table on its page, so that the name of a prop is enough.
  const table = properties.split(/^#### /m)[0] ?? ''
  return table.replaceAll(/<a id="property-(\w+?)(?:-\d+)?"><\/a> /g, '<a id="$1"></a>').trim()
}

/** The codes that the comment of a component names. */
function codesOf(text: string): string[] {
  const [, thrown = ''] = text.split(/^#### Throws\n/m)
  const named = [...(thrown.split(/^#### /m)[0] ?? '').matchAll(/`([a-z-]+)`/g)]
  const codes = named.map(([, code = '']) => code).filter(isIssueCode)
  if (codes.length === 0) return []
  return ['## What can be wrong', tableOfCodes(new Map(codes.map((code) => [code, []])))]
}

/** The heading of the sidebar under which an element stands. */
export function groupOf(title: string): string {
  const object = objects.find(({ component }) => component === title)
  if (!object) return title === 'Raw' || title === 'SSML' ? 'Speech and raw JSON' : 'Dialogs'
  if (actions.includes(object)) return 'Actions'
  return object.kind === 'endpoint' ? 'Endpoints' : 'Inside actions and endpoints'
}
