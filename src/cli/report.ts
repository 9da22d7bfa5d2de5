import { formatPlace, type PlatformEffect } from 'ncco-jsx'
import { visible } from '../issues/words'
import { makeFrames } from './code-frame'
import type { FileIssue } from './file-issue'
import { printableJson } from './printable'
import { standardInput } from './source'

/** The findings in a file. */
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
  if (format === 'json') return `${printableJson(reports.map(toData))}\n`
  const issues = reports.flatMap(formatReport)
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

function formatReport({ file, text, issues }: FileReport): string[] {
  const name = file === standardInput ? 'standard input' : visible(file)
  const frame = text === undefined ? undefined : makeFrames(text)
  return issues.map(({ code, severity, platform, message, remedy, path, range }) => {
    const position = range ? `:${range.start.line}:${range.start.column}` : ''
    const lines = [`${name}${position} ${severity} ${code}: ${message}`, `  ${remedy}`]
    if (platform) lines.push(`  On the platform: ${effects[platform]}.`)
    if (path !== '') lines.push(`  at ${formatPlace({ path })}`)
    if (range && frame) lines.push('', frame(range))
    return `${lines.join('\n')}\n`
  })
}

const effects: Readonly<Record<PlatformEffect, string>> = {
  refused: 'refused, the call ends or falls back',
  tolerated: 'tolerated, the call goes on',
  unknown: 'unknown',
}

function summarise(reports: readonly FileReport[]): string {
  const all = reports.flatMap(({ issues }) => issues)
  const errors = all.filter(({ severity }) => severity === 'error')
  const warnings = all.length - errors.length
  const ending = errors.filter(({ platform }) => platform === 'refused').length
  const ends = ending === 0 ? '' : ` (${ending} ${ending === 1 ? 'ends' : 'end'} the call)`
  const files = count(reports.length, 'file')
  if (all.length === 0) return `No issues in ${files}.`
  return `${count(errors.length, 'error')}${ends} and ${count(warnings, 'warning')} in ${files}.`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
