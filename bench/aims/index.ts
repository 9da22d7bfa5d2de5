import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { table } from '../../scripts/markdown'
import { run } from '../../scripts/tools'
import { kilobytes, writeSection } from '../page'
import { inProject } from '../project'
import { bundle, flowOf, sizeOf, wholeOf } from '../size/bundle'
import { spread } from '../spread'
import { toolFolder, versionsOf } from '../tools'

// The figures that the project has an aim for, in one table, for two lines of Node.

const nodes = { 20: process.execPath, 24: join(toolFolder('node'), 'bin/node') }
const starts = 15

/** A figure, with its aim and what is known to be possible at best. */
interface Row {
  readonly figure: string
  readonly is: 'at most' | 'at least'
  readonly aim?: number
  readonly bound: string
  readonly unit: 'times' | 'ms' | 'kB'
}

const rows = {
  text: {
    figure: '`JSON.stringify(render(flow))` to a literal and its `JSON.stringify`, six actions',
    ...{ is: 'at most', aim: 1.75, bound: '1.34 (generated code)', unit: 'times' },
  },
  string: {
    figure: '`renderToString(flow)` to the same',
    ...{ is: 'at most', aim: 1, bound: '0.39 (generated code)', unit: 'times' },
  },
  clean: {
    figure: '`check` of NCCOs without findings to `ajv`',
    ...{ is: 'at most', aim: 0.6, bound: '', unit: 'times' },
  },
  all: {
    figure: '`check` of a corpus to `ajv` with all errors',
    ...{ is: 'at most', aim: 2.2, bound: '', unit: 'times' },
  },
  app: {
    figure: 'a simulated call of JSON by hand to one of an app',
    ...{ is: 'at least', aim: 0.85, bound: '1', unit: 'times' },
  },
  signed: {
    figure: 'the same, signed',
    ...{ is: 'at least', aim: 0.65, bound: '1', unit: 'times' },
  },
  everyEvent: {
    figure: 'the same, signed with every event',
    ...{ is: 'at least', aim: 0.4, bound: '1', unit: 'times' },
  },
  core: {
    figure: 'import of `ncco-jsx`',
    ...{ is: 'at most', aim: 3.75, bound: '', unit: 'ms' },
  },
  serve: {
    figure: 'import of `ncco-jsx/serve`',
    ...{ is: 'at most', aim: 10, bound: '', unit: 'ms' },
  },
  find: {
    figure: 'the same of a package that holds nothing: to find it and to read its two files',
    ...{ is: 'at most', bound: '', unit: 'ms' },
  },
  vocabulary: {
    figure:
      'the same for a package that holds only the vocabulary: the tables, the code that reads them, the words of the messages',
    ...{ is: 'at most', bound: '', unit: 'ms' },
  },
  coreByClock: {
    figure: 'import of `ncco-jsx` by the clock',
    ...{ is: 'at most', bound: '', unit: 'ms' },
  },
  serveByClock: {
    figure: 'import of `ncco-jsx/serve` by the clock',
    ...{ is: 'at most', bound: '', unit: 'ms' },
  },
  wholeSize: {
    figure: 'min and gzip: `ncco-jsx` with everything',
    ...{ is: 'at most', aim: 24, bound: '', unit: 'kB' },
  },
  vocabularySize: {
    figure: 'only the vocabulary',
    ...{ is: 'at most', bound: '', unit: 'kB' },
  },
  talkSize: {
    figure: 'a flow of one `<Talk>`',
    ...{ is: 'at most', aim: 16, bound: '', unit: 'kB' },
  },
  serveSize: {
    figure: '`ncco-jsx/serve`, without `jose`',
    ...{ is: 'at most', aim: 34, bound: '', unit: 'kB' },
  },
} as const satisfies Record<string, Row>

type Figures = Partial<Record<keyof typeof rows, number>>

/** A core needs these, whichever way it renders. */
const vocabulary = `
  export * from './src/vocabulary'
  export * from './src/issues/messages'`

const sizes: Figures = {
  wholeSize: (await sizeOf(wholeOf('ncco-jsx'))).gzipped / 1000,
  vocabularySize: (await sizeOf(vocabulary)).gzipped / 1000,
  talkSize: (await sizeOf(flowOf('Talk'))).gzipped / 1000,
  serveSize: (await sizeOf(wholeOf('ncco-jsx/serve'), ['jose'])).gzipped / 1000,
}

const vocabularyCode = await bundle(vocabulary)

const found = await inProject((folder) =>
  Object.values(nodes).map((node) => ({
    ...measured(node),
    ...startsOf(node, folder),
    ...sizes,
  })),
)

/** What `measure.tsx` finds in a Node. */
function measured(node: string): Figures {
  const script = fileURLToPath(new URL('./measure.tsx', import.meta.url))
  const loader = fileURLToPath(import.meta.resolve('tsx'))
  const groups = ['render', 'check', 'calls']
  return Object.assign(
    {},
    ...groups.map((group) => JSON.parse(run(node, ['--import', loader, script, group], '.'))),
  )
}

/** The time of imports, above that of an empty module. */
function startsOf(node: string, folder: string): Figures {
  writeFileSync(join(folder, 'empty.mjs'), '')
  writePackage(join(folder, 'node_modules/nothing'), 'export const nothing = 0')
  writePackage(join(folder, 'node_modules/vocabulary'), vocabularyCode)
  const script = join(folder, 'start.mjs')
  writeFileSync(
    script,
    `const before = process.cpuUsage()
    const start = performance.now()
    await import(process.argv[2])
    const clock = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    console.log(JSON.stringify({ processor: (user + system) / 1000, clock }))`,
  )
  const timesOf = (entry: string): { processor: number; clock: number } =>
    JSON.parse(run(node, [script, entry], folder))
  const rounds = Array.from({ length: starts }, () => {
    const empty = timesOf('./empty.mjs')
    return new Map(
      ['nothing', 'vocabulary', 'ncco-jsx', 'ncco-jsx/serve'].map((entry) => {
        const { processor, clock } = timesOf(entry)
        return [entry, { processor: processor - empty.processor, clock: clock - empty.clock }]
      }),
    )
  })
  const median = (entry: string, by: 'processor' | 'clock') =>
    spread(rounds.map((round) => round.get(entry)?.[by] ?? Number.NaN)).median
  return {
    core: median('ncco-jsx', 'processor'),
    serve: median('ncco-jsx/serve', 'processor'),
    find: median('nothing', 'processor'),
    vocabulary: median('vocabulary', 'processor'),
    coreByClock: median('ncco-jsx', 'clock'),
    serveByClock: median('ncco-jsx/serve', 'clock'),
  }
}

/** Writes a package of two files, as the core is one. */
function writePackage(folder: string, code: string | Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  const manifest = { type: 'module', exports: './index.js' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'index.js'), `export * from './core.js'`)
  writeFileSync(join(folder, 'core.js'), code)
}

function cell({ unit, aim, is }: Row, figure: number | undefined): string {
  if (figure === undefined) return ''
  if (aim === undefined) return shown(figure, unit)
  const isMet = is === 'at most' ? figure <= aim : figure >= aim
  const text = shown(figure, unit)
  return isMet ? text : `**${text}**`
}

function aimOf({ is, aim, unit }: Row): string {
  if (aim === undefined) return ''
  return `${is} ${unit === 'kB' ? kilobytes(aim * 1000) : `${aim} ${unit}`}`
}

function shown(figure: number, unit: Row['unit']): string {
  if (unit === 'kB') return kilobytes(figure * 1000)
  return `${figure.toFixed(unit === 'ms' ? 1 : 2)} ${unit}`
}

writeSection({
  title: 'Aims',
  command: 'npm run bench:aims',
  versions: versionsOf('node'),
  paragraphs: [
    `Every figure that has an aim, as a ratio to the best that can be had, but for requests over HTTP and dialogs, which have their own sections. A missed aim is bold. The bound is
what generated code or a prototype reached. Ratios are medians of rounds in one process; calls and imports are measured in processor time, which says more on a busy machine than the clock.
Imports are above that of an empty module. The vocabulary, minified, is the bound for imports and sizes: a core needs it whichever way it renders.`,
    table(
      ['figure', 'Node 20', 'Node 24', 'bound', 'aim'],
      (Object.keys(rows) as (keyof typeof rows)[]).map((name) => {
        const row: Row = rows[name]
        return [
          row.figure,
          ...found.map((figures) => cell(row, figures[name])),
          row.bound,
          aimOf(row),
        ]
      }),
    ),
  ],
})
