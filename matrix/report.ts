import { arch, cpus, platform } from 'node:os'
import type { Row } from './row'

/** The result of a row. */
export interface Result {
  readonly row: Row
  /** The claims that hold. */
  readonly notes: readonly string[]
  /** The claims that do not, and why. */
  readonly failures: readonly string[]
  readonly milliseconds: number
}

let widths: readonly number[] = []

const titles = ['part', 'tool', 'version']

/** Prints the head of the table, as wide as its rows will be. */
export function printHead(rows: readonly Row[]): void {
  const lines = [titles, ...rows.map(cells)]
  widths = titles.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)))
  console.log(`Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} cores\n`)
  console.log(line('', titles, 'time', 'what holds'))
}

/** Prints a row as soon as it is known. */
export function printRow({ row, notes, failures, milliseconds }: Result): void {
  const mark = failures.length === 0 ? 'ok' : 'RED'
  console.log(line(mark, cells(row), seconds(milliseconds), notes.join(', ')))
  for (const failure of failures) console.log(indent(failure))
}

/** Prints the last line. */
export function printSum(results: readonly Result[], milliseconds: number): void {
  const red = results.filter(({ failures }) => failures.length > 0).map(({ row }) => row.name)
  const verdict = red.length === 0 ? 'all hold' : `${red.length} do not: ${red.join(', ')}`
  console.log(`\n${results.length} rows in ${seconds(milliseconds)}; ${verdict}.`)
}

function cells({ part, name, packages }: Row): string[] {
  return [part, name, Object.values(packages)[0] ?? '']
}

function line(mark: string, cells: readonly string[], time: string, rest: string): string {
  const padded = cells.map((cell, index) => cell.padEnd(widths[index] ?? 0))
  return [mark.padEnd(3), ...padded, time.padStart(7), rest].join('  ').trimEnd()
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** A bundler that minifies writes a line of any length. */
const longestLine = 300

function indent(text: string): string {
  const short = (line: string) =>
    line.length > longestLine ? `${line.slice(0, longestLine)} …` : line
  return text
    .split('\n')
    .map((line) => `       ${short(line)}`)
    .join('\n')
}
