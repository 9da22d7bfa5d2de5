import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root as wholeNcco } from '../../src/issues/report'
import type { ExtraOption } from '../../src/options/extra'
import type { Definition, Row } from '../../src/options/table'
import { readMessage, readSamples } from '../../test/errors/samples'
import { table } from '../markdown'
import { isIssueCode, readIssueComments, readTable, severityOf } from '../message-tables'
import { root } from '../tools'
import { escapeCell, linkCode, toFileName } from './page'

/** Codes that may concern every element, so that no page repeats them. */
export const everywhere = ['misplaced-element', 'set-twice', 'unknown-option', 'wrong-type']

const comments = readIssueComments()

/** The codes that concern an object, in the order of `docs/errors.md`, each with the options that it is about. */
export function codesOf(definition: Definition): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  const add = (code: string, option?: string) => {
    const options = found.get(code) ?? new Set()
    found.set(code, option === undefined ? options : options.add(option))
  }
  for (const row of definition.table.rows) {
    for (const code of codesOfRow(row, definition)) add(code, row.from === 'prop' ? row.prop : '')
  }
  for (const [key, extra] of Object.entries(definition.table.extras)) {
    for (const code of codesOfExtra(key, extra, definition)) add(code, key)
  }
  const file = `src/vocabulary/${toFileName(definition.component)}.ts`
  for (const code of reportedIn(file)) add(code)
  for (const code of [...shownFor(definition.component), ...ofOrder(definition)]) add(code)
  const known = [...comments.keys()].filter((code) => found.has(code) && !everywhere.includes(code))
  return new Map(known.map((code) => [code, [...(found.get(code) ?? [])].filter(Boolean)]))
}

/** The codes whose message in `test/errors` says that one of these elements is at fault. */
export function shownFor(...elements: readonly string[]): string[] {
  return readSamples().flatMap((sample) => {
    const [, element = ''] = /^ {2}at <([\w-]+)>/m.exec(readMessage(sample)) ?? []
    return elements.includes(element) ? [sample.code] : []
  })
}

/** The codes about the order of actions whose message names the action or one of its options. */
function ofOrder({ component, table: { byProp } }: Definition): string[] {
  const codes = readTable('src/issues/messages/sequence.ts').codes.map(({ code }) => code)
  return readSamples().flatMap((sample) => {
    if (!codes.includes(sample.code)) return []
    const message = readMessage(sample)
    const names = message.split(/[^\w]+/)
    const isNamed =
      message.includes(`<${component}`) || [...byProp.keys()].some((prop) => names.includes(prop))
    return isNamed ? [sample.code] : []
  })
}

const long = 'a'.repeat(2000)

// Texts and numbers that one rule or another refuses; a value of another type is told by `wrong-type`.
const wrongValues: readonly unknown[] = [
  ...[-1e9, -0.123, 0.123, 1.5, 30.5, 1e9, Number.NaN],
  ...['', ' ', 'x', '+447700900000', 'asynchronous', 'ftp://example.com', '<speak>', 'a < b'],
  long,
  [],
  ['x', 'x'],
  { 'a b': 'x', x: 'ü\n', y: long },
  () => undefined,
]

/** The codes that the rule of an option reports: it is given wrong values of every kind. */
function codesOfRow(row: Row, definition: Definition): string[] {
  const codes: string[] = []
  if (row.isRequired) codes.push(row.from === 'prop' ? 'missing-option' : 'missing-content')
  if (row.rule.kind === 'child') return [...codes, 'too-many-children']
  const place = placeIn(definition, row, codes)
  const { rule } = row
  const byKey = rule.kind === 'texts' ? (rule.keys ?? []).map((key) => ({ [key]: long })) : []
  for (const value of [...wrongValues, ...byKey]) {
    rule.check(value, place)
    if (rule.kind === 'one' || rule.kind === 'list') rule.check([value], place)
  }
  // A hook whose link no app serves.
  return codes.includes('hook-not-called') ? [...codes, 'link-not-served'] : codes
}

function codesOfExtra(key: string, extra: ExtraOption, definition: Definition): string[] {
  const codes: string[] = []
  extra.check('x', placeIn(definition, { key, prop: key }, codes))
  return codes
}

function placeIn(object: Definition, option: Pick<Row, 'key' | 'prop'>, codes: string[]) {
  return { object, option, path: wholeNcco, report: (code: string) => void codes.push(code) }
}

/** The codes that a file reports, with what it imports of the rules for several objects. */
function reportedIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const codes = [...text.matchAll(/report\(\s*'([a-z0-9-]+)'/g)].map(([, code = '']) => code)
  const imports = [...text.matchAll(/ from '(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), `${path}.ts`).replaceAll('\\', '/'),
  )
  const shared = imports.filter((path) => /^src\/(?:vocabulary\/rules|speech)\//.test(path))
  return [...codes, ...shared.flatMap(reportedIn)].filter(isIssueCode)
}

/** A table of codes: each with its severity, and when it occurs. */
export function tableOfCodes(codes: ReadonlyMap<string, readonly string[]>): string {
  const rows = [...codes].map(([code, options]) => {
    const { text = '' } = comments.get(code) ?? {}
    const about = options.map((option) => `\`${option}\``).join(', ')
    return [
      linkCode(code),
      severityOf(code),
      `${escapeCell(firstSentence(text))}${about === '' ? '' : ` Here: ${about}.`}`,
    ]
  })
  return table(['code', 'kind', 'when'], rows)
}

function firstSentence(text: string): string {
  return /^[\s\S]*?\.(?=\s|$)/.exec(text)?.[0] ?? text
}
