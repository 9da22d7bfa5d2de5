import type { Definition, Row } from '../../src/options/table'
import { table } from '../markdown'
import { objects, partsOf } from '../objects'
import { type ObjectComments, type OptionComment, readComments } from '../option-comments'
import { codesOf, everywhere, tableOfCodes } from './codes'
import { guideTo } from './guide'
import { escapeCell, escapeProse, fence, linkCode, makePage, type Page, toFileName } from './page'
import { valuesOf } from './rule-words'
import { readSample, showSample } from './samples'

const comments = readComments()

/** A page for each action, endpoint and inner object of the tables. */
export function makeElementPages(): Promise<Page[]> {
  return Promise.all(objects.map(makeElementPage))
}

async function makeElementPage(definition: Definition): Promise<Page> {
  const {
    component,
    table: { rows },
  } = definition
  const ofObject = comments.get(component)
  if (!ofObject) throw new Error(`${component} has no comments.`)
  const sample = await readSample(toFileName(component))
  const options = rows.filter(({ from }) => from === 'prop')
  return makePage(`elements/${toFileName(component)}.md`, component, [
    escapeProse(ofObject.text),
    fence('ts', `import { ${component} } from 'ncco-jsx'`),
    placesOf(definition),
    '## Sample',
    ...showSample(sample),
    '## Options',
    ...(options.length === 0 ? ['None of its own.'] : [tableOfOptions(options, ofObject)]),
    aboutEveryElement,
    ...contentOf(definition, ofObject),
    ...extrasOf(definition),
    '## What can be wrong',
    ...codesSection(definition),
    '## See also',
    seeAlso(component, ofObject),
  ])
}

/** The object that it stands for, and the elements around it and inside it. */
function placesOf(definition: Definition): string {
  const {
    kind,
    name,
    tag,
    table: { inside },
  } = definition
  const [key, value] = tag ?? []
  const object = tag ? `an object with \`"${key}": "${value}"\`` : `the object \`${name}\``
  const around =
    kind === 'action'
      ? 'a flow, in any component, fragment or array, but not inside another action'
      : inside.map(linkElement).join(', ')
  const held = partsOf(definition).map(({ component }) => linkElement(component))
  return [
    `* In the NCCO: ${object}.`,
    `* Stands in ${around}.`,
    ...(held.length === 0 ? [] : [`* Holds ${held.join(', ')}.`]),
  ].join('\n')
}

function linkElement(component: string): string {
  return `[\`<${component}>\`](${toFileName(component)}.md)`
}

const aboutEveryElement =
  'Every element also takes `unchecked`, an object of keys that are added to the NCCO as they are, and `key`, as in React, which is never sent. An option that is `undefined` counts as absent.'

function tableOfOptions(rows: readonly Row[], { options }: ObjectComments): string {
  const cells = rows.map((row) => cellsOf(row, options.get(row.prop)))
  return table(['option', 'values', 'default', 'what it does'], cells)
}

/** An option: its name as an anchor, with its spelling in the NCCO, its values, its default, and what it does. */
function cellsOf(row: Row, comment: OptionComment | undefined): string[] {
  const { prop, key, rule } = row
  const isSpeltAlike = prop === key && rule.kind !== 'one'
  return [
    `<a id="${prop.toLowerCase()}"></a>\`${prop}\`${isSpeltAlike ? '' : `, in the NCCO ${inNcco(row)}`}`,
    valuesOf(rule),
    row.isRequired ? '**required**' : defaultOf(comment),
    escapeCell(comment?.text ?? ''),
  ]
}

/** The key of an option, with the array of one that TSX writes without it. */
function inNcco({ key, rule }: Row): string {
  const isArray = rule.kind === 'one' || (rule.kind === 'child' && rule.inArray)
  return `\`${isArray ? `"${key}": […]` : `"${key}"`}\``
}

function defaultOf(comment: OptionComment | undefined): string {
  if (comment?.defaultValue === undefined) return 'absent'
  const shown = comment.defaultValue.replaceAll(/'([^']*)'/g, '`$1`')
  // A number or a flag has no quotes.
  return shown.includes('`') ? escapeCell(shown) : `\`${shown}\``
}

/** The options that TSX writes as children or as text, or that follow from them. */
function contentOf(
  { table: { rows, markupProp } }: Definition,
  { otherRows }: ObjectComments,
): string[] {
  const content = rows.filter(({ from }) => from !== 'prop')
  if (content.length === 0) return []
  const ways = {
    child: 'a child element',
    text: 'the children',
    presence: 'follows from the children',
  }
  const cells = content.map((row) => {
    const { from, key, rule, isRequired } = row
    const [, values = '', , words = ''] = cellsOf(row, otherRows.get(key))
    const way = ways[from as keyof typeof ways]
    const also = from === 'text' && markupProp ? `, or the option \`${markupProp}\` as markup` : ''
    const shown =
      rule.kind === 'child' ? values : from === 'text' ? 'text and [SSML](ssml.md)' : values
    return [inNcco(row), `${way}${also}`, shown, isRequired ? '**required**' : 'absent', words]
  })
  return [
    '## Content',
    table(['in the NCCO', 'in TSX', 'values', 'default', 'what it does'], cells),
  ]
}

const kinds = {
  outdated: 'Outdated: Vonage still understands it.',
  moved: 'Stands in another object today.',
  undocumented: 'In no reference, but seen in samples or SDKs.',
}

/** The keys beyond the reference, which only JSON has. */
function extrasOf({ table: { extras } }: Definition): string[] {
  const cells = Object.entries(extras).map(([key, { kind, today = [] }]) => {
    const instead = today.map((option) => `\`${option}\``).join(' and ')
    return [`\`"${key}"\``, `${kinds[kind]}${instead === '' ? '' : ` Write ${instead}.`}`]
  })
  if (cells.length === 0) return []
  return ['## Keys beyond the reference', table(['in the NCCO', 'what it is'], cells)]
}

function codesSection(definition: Definition): string[] {
  const common = `Of every element: ${everywhere.map(linkCode).join(', ')}.`
  const codes = codesOf(definition)
  return codes.size === 0 ? [common] : [tableOfCodes(codes), common]
}

function seeAlso(component: string, { see }: ObjectComments): string {
  return [
    ...guideTo(component),
    `* Vonage: <${see}>`,
    '* [The rules of the platform](../../rules.md), each with its public source.',
    '* [Where the reference is silent](../../undocumented.md), and what this package does there.',
  ].join('\n')
}
