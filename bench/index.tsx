import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { version as esbuildVersion } from 'esbuild'
import { render } from 'ncco-jsx'
import { builder, voiceVersion } from './builder'
import type { Call } from './call'
import { Flow, LongFlow } from './flow'
import { timeStarts } from './import-time'
import { literal, longLiteral } from './literal'
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
assert.deepEqual(render(<LongFlow actions={100} />), longLiteral(100))

const report = [
  '# Benchmarks',
  `\`npm run bench\` wrote this page, on Node ${process.version} (${process.platform} ${process.arch}, ${cpus()[0]?.model ?? 'an unknown processor'}),
with the built package and \`@vonage/voice\` ${voiceVersion}. ${loadOfMachine()} Every figure is a median; behind it, between what half of the rounds lie.`,
  '## Rendering a flow of six actions',
  `Elements built, rendered, checked and made text, against the same NCCO (asserted to be deep-equal) as an object literal and by the
builder of the official SDK, which checks nothing. ${rounds} rounds in one process, in each every candidate in random order; ratios are of the same round.`,
  renderTable(),
  '## Growth',
  'A flow of talks and streams in turn, against the same NCCO as object literals. What a long flow costs more is the collection of its garbage.',
  growthTable(),
  '## Size',
  `Bundled and minified by esbuild ${esbuildVersion} for production, and compressed by gzip at level 9.`,
  await sizeTable(),
  '## Import',
  `Whole Node processes that import one package and end, above those that import nothing; ${starts} starts of each, in random order.`,
  importTable(),
].join('\n\n')

writeFileSync(fileURLToPath(new URL('README.md', import.meta.url)), `${report}\n`)
console.log(report)

/** A busy machine makes every figure worse, the ratios too; a reader must know. */
function loadOfMachine(): string {
  const [load = 0] = loadavg()
  return `The machine had ${cpus().length} processors and a load of ${load.toFixed(1)} when it began.`
}

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
  const rows = [10, 100, 1000, 10_000].map((actions) => {
    const { flow, ten, floor } = timeInRounds(
      {
        flow: () => JSON.stringify(render(<LongFlow actions={actions} />)),
        ten: () => JSON.stringify(render(<LongFlow actions={10} />)),
        floor: () => JSON.stringify(longLiteral(actions)),
      },
      60,
    )
    const perAction = flow.map((time) => time / actions)
    const perActionOfTen = ten.map((time) => time / 10)
    return [
      actions.toLocaleString('en'),
      microseconds(spread(flow)),
      microseconds(spread(perAction)),
      times(ratio(perAction, perActionOfTen)),
      times(ratio(flow, floor)),
    ]
  })
  return table(['actions', 'time', 'an action', 'against one of 10', 'against literals'], rows)
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
