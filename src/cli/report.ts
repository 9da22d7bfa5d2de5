import { codeFrameColumns } from '@babel/code-frame'
import type { FileIssue, Range } from './file-issue'
import { standardInput } from './source'

/** What was found in a file. */
export interface FileReport {
  readonly file: string
  /** Absent where the file could not be read. */
  readonly text?: string | undefined
  readonly issues: readonly FileIssue[]
}

export type Format = 'text' | 'json'

export function hasErrors(reports: readonly FileReport[]): boolean {
  return reports.some(({ issues }) => issues.some(({ severity }) => severity === 'error'))
}

/** Writes reports for a reader: every issue with its place, what to write instead, and the lines around it. */
export function formatReports(reports: readonly FileReport[], format: Format): string {
  if (format === 'json') return `${JSON.stringify(reports.map(toData), null, 2)}\n`
  const issues = reports.flatMap((report) =>
    report.issues.map((issue) => formatFileIssue(issue, report)),
  )
  return [...issues, `${summarise(reports)}\n`].join('\n')
}

function toData({ file, issues }: FileReport): object {
  return {
    file,
    issues: issues.map(({ range, ...issue }) => {
      return range ? { ...issue, line: range.start.line, column: range.start.column } : issue
    }),
  }
}

function formatFileIssue(issue: FileIssue, { file, text }: FileReport): string {
  const { code, severity, message, remedy, path, range } = issue
  const name = file === standardInput ? 'standard input' : file
  const position = range ? `:${range.start.line}:${range.start.column}` : ''
  const lines = [`${name}${position} ${severity} ${code}: ${message}`, `  ${remedy}`]
  if (path !== '') lines.push(`  at ${path}`)
  if (text !== undefined && range) lines.push('', frame(text, range))
  return `${lines.join('\n')}\n`
}

// As wide as a terminal can show beside the line numbers.
const widest = 100

/** The lines around a place, with a mark below it. Of a line that no screen can hold, the part around the place. */
function frame(text: string, { start, end }: Range): string {
  const lines = text.split(/\r?\n/)
  const around = lines.slice(Math.max(0, start.line - 3), start.line + 2)
  if (around.every((line) => line.length <= widest)) {
    return codeFrameColumns(text, { start, end })
  }
  const line = lines[start.line - 1] ?? ''
  const from = Math.max(0, start.column - 1 - widest / 4)
  const part = line.slice(from, from + widest)
  const blank = '\n'.repeat(start.line - 1)
  return codeFrameColumns(
    `${blank}${part}`,
    {
      start: { line: start.line, column: start.column - from },
      end: { line: start.line, column: Math.min(end.column - from, part.length + 1) },
    },
    { linesAbove: 0, linesBelow: 0 },
  )
}

function summarise(reports: readonly FileReport[]): string {
  const all = reports.flatMap(({ issues }) => issues)
  const errors = all.filter(({ severity }) => severity === 'error').length
  const warnings = all.length - errors
  const files = count(reports.length, 'file')
  if (all.length === 0) return `No issues in ${files}.`
  return `${count(errors, 'error')} and ${count(warnings, 'warning')} in ${files}.`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
