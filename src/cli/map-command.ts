import { type Command, InvalidArgumentError, Option } from 'commander'
import { findingCodes, type LegOutcome } from 'ncco-jsx/simulate'
import { eventUrl, from, methodOption, noSign, sign, to } from './call-options'
import { type MapFlags, printMap } from './map'
import { nowOption } from './now-option'
import { printable } from './printable'
import { exportDescription, targetDescription } from './target'

const legOutcomes: readonly LegOutcome[] = ['answered', 'busy', 'unanswered', 'machine']

/** Adds the command `map`. */
export function addMap(program: Command): void {
  program
    .command('map')
    .summary('maps an app by calling it, and tells what callers would not like')
    .description(
      'Maps a whole app by calling it again and again, and tells what a caller would not like. No call is made on the telephone network. The exit status is 1 if there is no NCCO, or a finding that --fail-on names.',
    )
    .argument('[target]', targetDescription, 'http://localhost:3000/answer')
    .addOption(
      new Option('--format <format>', 'what is printed')
        .choices(['text', 'mermaid', 'dot', 'json', 'svg'])
        .default('text'),
    )
    .option(
      '--fail-on <codes>',
      'findings that set the exit status, such as no-way-out; any: all of them',
      toCodes,
    )
    .option('--keys <keys>', 'the keys that are pressed (default: 0123456789*#)', toKeys)
    .option('--entries <keys>', 'entries of several digits, such as a PIN that is right', toList)
    .option('--phrases <texts>', 'what is said, besides the phrases that the app names', toList)
    .option('--legs <outcomes>', `what a leg does: ${legOutcomes.join(', ')}`, toOutcomes)
    .option('--depth <acts>', 'the most acts in a call (default: 24)', toCount)
    .option('--calls <number>', 'the most calls (default: 10000)', toCount)
    .option('--seconds <seconds>', 'the longest call, on its own clock (default: 3600)', toSeconds)
    .addOption(nowOption('the time at which every call begins').default('2026-01-01T00:00:00.000Z'))
    .option('--export <name>', exportDescription)
    .option(...from)
    .option(...to)
    .option(...eventUrl)
    .addOption(methodOption())
    .option(...sign)
    .option(...noSign)
    .action(async (target: string, flags: MapFlags) => {
      const problem = await printMap(target, flags)
      if (problem !== undefined) process.exitCode = 1
      // The module may keep the process alive, for example with a server. What was printed may be on its way through a pipe.
      process.stdout.write('', () => {
        process.stderr.write(problem ? `${printable(problem)}\n` : '', () => process.exit())
      })
    })
}

function toList(text: string): string[] {
  return text.split(',').map((entry) => entry.trim())
}

function toKeys(text: string): string {
  if (/^[\d*#]+$/.test(text)) return text
  throw new InvalidArgumentError('Write keys of a telephone, such as 123*#.')
}

function toCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1) return count
  throw new InvalidArgumentError('Write a whole number of 1 or more.')
}

function toSeconds(text: string): number {
  const seconds = Number(text)
  if (seconds > 0 && seconds < Infinity) return seconds
  throw new InvalidArgumentError('Write a number of more than 0.')
}

function toOutcomes(text: string): LegOutcome[] {
  const named = toList(text)
  const outcomes = named.flatMap((name) => legOutcomes.filter((known) => known === name))
  if (outcomes.length === named.length) return outcomes
  throw new InvalidArgumentError(`Name some of: ${legOutcomes.join(', ')}.`)
}

function toCodes(text: string): string[] {
  const codes = toList(text)
  const known: readonly string[] = [...findingCodes, 'any']
  const wrong = codes.find((code) => !known.includes(code))
  if (wrong === undefined) return codes
  throw new InvalidArgumentError(`There is no finding ${wrong}. Name some of: ${known.join(', ')}.`)
}
