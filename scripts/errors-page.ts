import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { messages } from '../src/issues/messages'
import { serveError } from '../src/serve/errors'
import type { ServeCode } from '../src/serve/messages'
import { simulatorError } from '../src/simulate/errors'
import type { SimulatorCode } from '../src/simulate/messages'
import { readMessage, readSamples, type Sample } from '../test/errors/samples'
import { serveSamples } from '../test/errors/serve-samples'
import { simulatorSamples } from '../test/errors/simulator-samples'
import { legacyVoices } from './legacy-voices'
import { table } from './markdown'

const folder = fileURLToPath(new URL('../src/issues/messages/', import.meta.url))
const ofServe = fileURLToPath(new URL('../src/serve/messages.ts', import.meta.url))
const ofSimulator = fileURLToPath(new URL('../src/simulate/messages.ts', import.meta.url))

/** A group of codes, in the order of the table. */
interface Page {
  readonly title: string
  readonly codes: readonly {
    readonly code: string
    readonly text: string
    readonly rules: string
  }[]
}

/** The text of `docs/errors.md`: every code with what the table, its comments and its sample say. */
export function makeErrorsPage(): string {
  const samples = new Map(readSamples().map((sample) => [sample.code, sample]))
  const sections = readPages().map(({ title, codes }) =>
    [
      `## ${title}`,
      ...codes.map(({ code, text, rules }) => makeEntry(code, text, rules, samples.get(code))),
    ].join('\n\n'),
  )
  return [introduction, ...sections, makeServeSection(), makeSimulatorSection(), '']
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

const introduction = `# Errors and warnings

<!-- Made by \`npm run docs\` from src/issues/messages, src/serve/messages.ts, src/simulate/messages.ts and test/errors. -->

Every finding has a permanent code. An **error** makes \`render\` throw an \`NccoError\`; a **warning** goes to
\`onWarning\`. \`check\` returns both. The numbers after a code (R-20) are those of the rules of the NCCO reference that
it stands for; *TSX* marks a rule about elements, which JSON has no use for. Each entry shows the smallest thing that
causes the finding, and the message.`

/** The findings of an app, whose samples are what is known in a case of each. */
function makeServeSection(): string {
  const { title, codes } = readPage(ofServe)
  const entries = codes.map(({ code, text, rules }) => {
    const { message } = serveError(code as ServeCode, serveSamples[code as ServeCode])
    return [`### ${code}`, `*ServeError* · ${rules}`, text, fence('text', message)].join('\n\n')
  })
  return [`## ${title}`, introductionOfServe, ...entries].join('\n\n')
}

const introductionOfServe = `A \`ServeError\` is thrown where an app is made, and handed to \`onError\` where a webhook is refused or a link cannot be
written. *serve* marks what is a rule of this package, not of the reference.`

/** What the simulator refuses. */
function makeSimulatorSection(): string {
  const { title, codes } = readPage(ofSimulator)
  const entries = codes.map(({ code, text, rules }) => {
    const { message } = simulatorError(
      code as SimulatorCode,
      simulatorSamples[code as SimulatorCode],
    )
    return [`### ${code}`, `*SimulatorError* · ${rules}`, text, fence('text', message)].join('\n\n')
  })
  return [`## ${title}`, introductionOfSimulator, ...entries].join('\n\n')
}

const introductionOfSimulator = `A \`SimulatorError\` is thrown where a script asks for what cannot be done, and ends with the transcript of the call.
*simulate* marks what is a rule of this package, not of the reference.`

function makeEntry(code: string, text: string, rules: string, sample: Sample | undefined): string {
  const { severity } = messages[code as keyof typeof messages]
  const entry = [`### ${code}`, `*${severity}* · ${rules}`, text]
  if (sample) {
    const language = sample.file === 'flow.tsx' ? 'tsx' : 'json'
    entry.push(fence(language, sample.text), fence('text', readMessage(sample)))
  }
  if (code === 'legacy-option') entry.push(makeVoices())
  return entry.join('\n\n')
}

/** What is written today in place of each old name of a voice. */
function makeVoices(): string {
  const rows = Object.entries(legacyVoices).flatMap(([language, styles]) =>
    Object.entries(styles).map(([name, style]) => [name, `\`${language}\``, `${style}`]),
  )
  rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  const head = ['`voiceName`', '`language`', '`style`']
  return ['In place of a `voiceName`, write:', table(head, rows)].join('\n\n')
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``
}

function readPages(): Page[] {
  const order = Object.keys(messages)
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !['index.ts', 'message.ts'].includes(name))
    .map((name) => readPage(`${folder}${name}`))
  return pages.sort((a, b) => first(a) - first(b))

  function first({ codes }: Page): number {
    return order.indexOf(codes[0]?.code ?? '')
  }
}

/** The table of a file: its comment is the title, the comment of each entry the text. */
function readPage(path: string): Page {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    const table = statement.declarationList.declarations[0]?.initializer
    if (!table || !ts.isObjectLiteralExpression(table)) continue
    return {
      title: commentOf(statement).text.replace(/\.$/, ''),
      codes: table.properties.map(readEntry),
    }
  }
  throw new Error(`There is no table of messages in ${path}.`)
}

function readEntry(property: ts.ObjectLiteralElementLike): Page['codes'][number] {
  const { name } = property
  const code = name && (ts.isStringLiteral(name) || ts.isIdentifier(name)) ? name.text : ''
  return { code, ...commentOf(property) }
}

function commentOf(node: ts.Node): { text: string; rules: string } {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const rule = comment?.tags?.find(({ tagName }) => tagName.text === 'rule')
  return {
    text: ts.getTextOfJSDocComment(comment?.comment)?.trim() ?? '',
    rules: ts.getTextOfJSDocComment(rule?.comment)?.trim() ?? '',
  }
}
