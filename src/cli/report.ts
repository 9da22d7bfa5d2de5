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
  /** What was mended; absent if nothing was to be. */
  readonly mended?: readonly FileIssue[] | undefined
}

export type Format = 'text' | 'json'

export function hasErrors(reports: readonly FileReport[]): boolean {
  return reports.some(({ issues }) => issues.some(({ severity }) => severity === 'error'))
}

/** Writes reports for a reader: every issue with its place, what to write instead, and the lines around it. */
export function formatReports(reports: readonly FileReport[], format: Format): string {
  if (format === 'json') return `${printableJson(reports.map(toData))}\n`
  const mended = reports.flatMap(formatMended)
  const issues = reports.flatMap(formatReport)
  return [...mended, ...issues, `${summarise(reports)}\n`].join('\n')
}

function toData({ file, issues, mended }: FileReport): object {
  return {
    file,
    issues: issues.map(withPosition),
    ...(mended && { mended: mended.map(withPosition) }),
  }
}

function withPosition({ range, ...issue }: FileIssue): object {
  return range ? { ...issue, line: range.start.line, column: range.start.column } : issue
}

/** A line for each finding that was mended; none if there are none. */
function formatMended({ file, mended = [] }: FileReport): string[] {
  const lines = mended.map(
    ({ code, message, range }) =>
      `${nameOf(file)}${toPosition(range)} mended ${code}: ${message}\n`,
  )
  return lines.length > 0 ? [lines.join('')] : []
}

function nameOf(file: string): string {
  return file === standardInput ? 'standard input' : visible(file)
}

function toPosition(range: FileIssue['range']): string {
  return range ? `:${range.start.line}:${range.start.column}` : ''
}

function formatReport({ file, text, issues }: FileReport): string[] {
  const frame = text === undefined ? undefined : makeFrames(text)
  return issues.map(({ code, severity, platform, message, remedy, path, range }) => {
    const place = `${nameOf(file)}${toPosition(range)}`
    const lines = [`${place} ${severity} ${code}: ${message}`, `  ${remedy}`]
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
  const found =
    all.length === 0
      ? `No issues in ${files}.`
      : `${count(errors.length, 'error')}${ends} and ${count(warnings, 'warning')} in ${files}.`
  const mended = reports.flatMap((report) => report.mended ?? []).length
  const isMended = reports.some((report) => report.mended !== undefined)
  return isMended
    ? `Mended ${count(mended, 'finding')}; ${all.length} ${all.length === 1 ? 'is' : 'are'} left. ${found}`
    : found
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
