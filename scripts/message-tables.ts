import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { commandMessages } from '../src/cli/messages'
import type { Severity } from '../src/issues/message'
import { messages } from '../src/issues/messages'
import { dialogMessages } from '../src/issues/messages/dialog'
import { mapMessages } from '../src/map/messages'
import { serveMessages } from '../src/serve/messages'
import { simulatorMessages } from '../src/simulate/messages'

/** A table of messages, as its comments describe it. */
interface MessageTable {
  readonly title: string
  readonly codes: readonly CodeComment[]
}

/** The comment of a code in its table. */
export interface CodeComment {
  readonly code: string
  readonly text: string
  /** The rules of the platform behind it, as links from a page of `docs`. */
  readonly rules: string
  /** The known reaction of Vonage, with its source; empty for codes that never reach it. */
  readonly platform: string
}

const issueMessages = { ...messages, ...dialogMessages }

/** The severity of a code about an NCCO or a dialog. */
export function severityOf(code: string): Severity {
  return issueMessages[code as keyof typeof issueMessages].severity
}

/** Whether a finding about an NCCO or a dialog has this code. */
export function isIssueCode(code: string): boolean {
  return Object.hasOwn(issueMessages, code)
}

/** Every code that `docs/errors.md` has a section for. */
export function allCodes(): ReadonlySet<string> {
  const tables = [issueMessages, serveMessages, simulatorMessages, mapMessages, commandMessages]
  return new Set(tables.flatMap((table) => Object.keys(table)))
}

/** The comment of every code about an NCCO or a dialog. */
export function readIssueComments(): ReadonlyMap<string, CodeComment> {
  const comments = issueTables().flatMap((file) => readTable(file).codes)
  return new Map(comments.map((comment) => [comment.code, comment]))
}

/** The tables of the findings about NCCOs, in the order in which their index lists them. */
export function issueTables(): string[] {
  const order = Object.keys(issueMessages)
  const place = (file: string) => order.indexOf(readTable(file).codes[0]?.code ?? '')
  return readdirSync(toPath('src/issues/messages/'))
    .filter((name) => name !== 'index.ts')
    .map((name) => `src/issues/messages/${name}`)
    .sort((a, b) => place(a) - place(b))
}

/** Reads the table of a file: its comment is the title, the comment of each entry the text. */
export function readTable(file: string): MessageTable {
  const text = readFileSync(toPath(file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    const table = statement.declarationList.declarations[0]?.initializer
    if (!table || !ts.isObjectLiteralExpression(table)) continue
    return {
      title: commentOf(statement).text.replace(/\.$/, ''),
      codes: table.properties.map(readEntry),
    }
  }
  throw new Error(`There is no table of messages in ${file}.`)
}

function toPath(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.url))
}

function readEntry(property: ts.ObjectLiteralElementLike): MessageTable['codes'][number] {
  const { name } = property
  const code = name && (ts.isStringLiteral(name) || ts.isIdentifier(name)) ? name.text : ''
  return { code, ...commentOf(property) }
}

function commentOf(node: ts.Node): { text: string; rules: string; platform: string } {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const textOf = (from: ts.JSDoc | ts.JSDocTag | undefined) =>
    ts.getTextOfJSDocComment(from?.comment)?.trim() ?? ''
  const tag = (name: string) => textOf(comment?.tags?.find(({ tagName }) => tagName.text === name))
  return { text: textOf(comment), rules: linkRules(tag('rule')), platform: tag('platform') }
}

/** Makes a link of each number of a rule. */
function linkRules(text: string): string {
  return text.replaceAll(/R-\d+/g, (rule) => `[${rule}](rules.md#${rule.toLowerCase()})`)
}
