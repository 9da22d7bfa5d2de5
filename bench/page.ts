import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Spread } from './spread'

const file = fileURLToPath(new URL('README.md', import.meta.url))
const loadBefore = loadavg()[0] ?? 0

/** The result of a benchmark, as a section of the page. */
export interface Section {
  readonly title: string
  /** The command that measures it. */
  readonly command: string
  /** The versions of everything that was measured. */
  readonly versions?: Readonly<Record<string, string>>
  readonly paragraphs: readonly string[]
}

/** Writes a section into the page, instead of the earlier one, and prints it. */
export function writeSection({ title, command, versions = {}, paragraphs }: Section): void {
  const section = [`## ${title}`, origin(command, versions), ...paragraphs].join('\n\n')
  const parts = readFileSync(file, 'utf8')
    .trimEnd()
    .split(/\n+(?=## )/)
  const place = parts.findIndex((part) => part.startsWith(`## ${title}\n`))
  if (place === -1) parts.push(section)
  else parts[place] = section
  writeFileSync(file, `${parts.join('\n\n')}\n`)
  console.log(section)
}

/** A busy machine makes every figure worse, the ratios too; a reader must know. */
function origin(command: string, versions: Readonly<Record<string, string>>): string {
  const processor = cpus()[0]?.model.trim() ?? 'an unknown processor'
  const load = `${loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`
  const tools = { Node: process.version.slice(1), ...versions }
  const list = Object.entries(tools).map(([name, version]) => `${name} ${version}`)
  return `\`${command}\`: ${list.join(', ')}; ${process.platform} ${process.arch}, ${cpus().length} processors (${processor}), load ${load}.`
}

const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
export const microseconds = figures('µs', { maximumSignificantDigits: 3 })
export const milliseconds = figures('ms', oneDigit)
export const seconds = figures('s', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
export const megabytes = figures('MB', oneDigit)
export const bytes = figures('B', { maximumSignificantDigits: 3 })
export const times = figures('times', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export const perSecond = figures('a second', { maximumFractionDigits: 0 })
export const share = figures('', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** The time or memory that one takes above another. */
const added = { ...oneDigit, signDisplay: 'exceptZero' } as const
export const addedMilliseconds = figures('ms', added)
export const addedMegabytes = figures('MB', added)

/** Writes the median of some figures and, behind it, between what half of them lie. */
function figures(unit: string, format: Intl.NumberFormatOptions): (figures: Spread) => string {
  const { format: write } = new Intl.NumberFormat('en', format)
  return ({ median, low, high }) =>
    `${`${write(median)} ${unit}`.trim()} (${write(low)} to ${write(high)})`
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

export function verdict(isMet: boolean, aim: string): string {
  return `${aim}: ${isMet ? 'met' : '**missed**'}`
}
