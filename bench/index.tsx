import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { render } from 'ncco-jsx'
import { builder, voiceVersion } from './builder'
import type { Call } from './call'
import { Flow, LongFlow } from './flow'
import { timeStarts } from './import-time'
import { literal } from './literal'
import { timeInRounds } from './rounds'
import { sizeOf, talkOnly, wholeCore } from './size'
import { difference, ratio, type Spread, spread } from './spread'

const rounds = 300
const starts = 60

const microseconds = figures('µs', { maximumSignificantDigits: 3 })
const milliseconds = figures('ms', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const times = figures('times', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

const call: Call = { from: '447700900001', attempt: 1 }

// Nothing is timed that does not give the same NCCO.
assert.deepEqual(render(<Flow {...call} />), literal(call))
assert.deepEqual(builder(call), literal(call))

const report = [
  '# Benchmarks',
  `\`npm run bench\` wrote this page, on Node ${process.version} (${process.platform} ${process.arch}, ${cpus()[0]?.model ?? 'an unknown processor'}),
with the built package and \`@vonage/voice\` ${voiceVersion}. Every figure is a median; behind it, between what half of the rounds lie.`,
  '## Rendering a flow of six actions',
  `Elements built, rendered, checked and made text, against the same NCCO (asserted to be deep-equal) as an object literal and by the
builder of the official SDK, which checks nothing. ${rounds} rounds in one process, in each every candidate in random order; ratios are of the same round.`,
  renderTable(),
  '## Growth',
  'A flow of talks and streams in turn.',
  growthTable(),
  '## Size',
  'Bundled and minified by esbuild for production, and compressed by gzip at level 9.',
  await sizeTable(),
  '## Import',
  `Whole Node processes that import one package and end, above those that import nothing; ${starts} starts of each, in random order.`,
  importTable(),
].join('\n\n')

writeFileSync(fileURLToPath(new URL('README.md', import.meta.url)), `${report}\n`)
console.log(report)

function renderTable(): string {
  const {
    flow,
    literal: floor,
    builder: sdk,
  } = timeInRounds(
    {
      flow: () => JSON.stringify(render(<Flow {...call} />)),
      literal: () => JSON.stringify(literal(call)),
      builder: () => JSON.stringify(builder(call)),
    },
    rounds,
  )
  return table(
    ['', 'time', 'ncco-jsx takes', 'aim'],
    [
      ['`JSON.stringify(render(<Flow />))`', microseconds(spread(flow)), '', ''],
      [
        'object literal, `JSON.stringify`',
        microseconds(spread(floor)),
        times(ratio(flow, floor)),
        'at most 1.5 times',
      ],
      [
        '`NCCOBuilder`, `JSON.stringify`',
        microseconds(spread(sdk)),
        times(ratio(flow, sdk)),
        'less',
      ],
    ],
  )
}

function growthTable(): string {
  const sizes = [10, 100, 1000, 10_000]
  const candidates = Object.fromEntries(
    sizes.map((actions) => [
      String(actions),
      () => JSON.stringify(render(<LongFlow actions={actions} />)),
    ]),
  )
  const taken = timeInRounds(candidates, 60)
  const perAction = (actions: number) => (taken[actions] ?? []).map((time) => time / actions)
  return table(
    ['actions', 'time', 'an action', 'against that of 10'],
    sizes.map((actions) => [
      actions.toLocaleString('en'),
      microseconds(spread(taken[actions] ?? [])),
      microseconds(spread(perAction(actions))),
      times(ratio(perAction(actions), perAction(10))),
    ]),
  )
}

async function sizeTable(): Promise<string> {
  const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const row = async (name: string, module: string, aim: string) => {
    const { minified, gzipped } = await sizeOf(module)
    return [name, kilo(minified), kilo(gzipped), aim]
  }
  return table(
    ['', 'minified', 'gzip', 'aim'],
    [
      await row('`ncco-jsx`, all of it', wholeCore, 'at most 8 kB'),
      await row('a flow of `<Talk>` alone', talkOnly, ''),
    ],
  )
}

function importTable(): string {
  const { bare, esm, bareCjs, cjs, voice } = timeStarts(starts)
  return table(
    ['', 'process', 'above bare Node', 'aim'],
    [
      ['nothing, as an ES module', milliseconds(spread(bare)), '', ''],
      [
        "`import 'ncco-jsx'`",
        milliseconds(spread(esm)),
        milliseconds(difference(esm, bare)),
        'at most 10 ms',
      ],
      ['nothing, as CommonJS', milliseconds(spread(bareCjs)), '', ''],
      [
        "`require('ncco-jsx')`",
        milliseconds(spread(cjs)),
        milliseconds(difference(cjs, bareCjs)),
        '',
      ],
      [
        "`import '@vonage/voice'`",
        milliseconds(spread(voice)),
        milliseconds(difference(voice, bare)),
        '',
      ],
    ],
  )
}

function figures(unit: string, format: Intl.NumberFormatOptions): (figures: Spread) => string {
  const { format: write } = new Intl.NumberFormat('en', format)
  return ({ median, low, high }) => `${write(median)} ${unit} (${write(low)}–${write(high)})`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
