import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { entries } from '../../scripts/entries'
import { table } from '../../scripts/markdown'
import {
  addedMegabytes,
  addedMilliseconds,
  megabytes,
  milliseconds,
  verdict,
  writeSection,
} from '../page'
import { inProject } from '../project'
import { shuffled } from '../rounds'
import { difference, spread } from '../spread'
import { requireTool, toolFolder, versionsOf } from '../tools'
import { scriptOf, startScript } from './script'
import type { Start } from './start'
import { startWorker, writeWorker } from './workerd'

const starts = 25
const aim = 3.75

/** A runtime with what it starts: nothing, every entry, and the official SDK where it runs. */
interface Runtime {
  readonly title: string
  readonly bare: () => Start | Promise<Start>
  readonly loaded: Readonly<Record<string, () => Start | Promise<Start>>>
}

const sdk = requireTool.resolve('@vonage/voice')
const bun = join(toolFolder('bun'), 'bin/bun.exe')

const sections = await inProject(async (folder) => {
  const runtimes = [
    scripts(folder, 'Node, ES modules', process.execPath, 'mjs'),
    scripts(folder, 'Node, CommonJS', process.execPath, 'cjs'),
    scripts(folder, 'Bun', bun, 'mjs'),
    await workers(folder),
  ]
  const sections: string[] = []
  for (const runtime of runtimes) sections.push(`**${runtime.title}**`, await measure(runtime))
  return sections
})

writeSection({
  title: 'Start-up',
  command: 'npm run bench:start',
  versions: versionsOf('bun', 'workerd', '@vonage/voice'),
  paragraphs: [
    `Processes that load one entry and end, ${starts} of each in random order. The import is timed by the runtime's own clock; the process, and the memory that is resident after
the import, are above those of the same runtime that loads nothing, in the same round. A Worker is one bundle and has no clock of its own: it is timed from the start of
workerd to its first answer. \`@vonage/voice\` is not made for it.`,
    ...sections,
  ],
})

function scripts(folder: string, title: string, runtime: string, format: 'mjs' | 'cjs'): Runtime {
  const start = (name: string, load: string) => {
    const script = join(folder, `${name.replaceAll(/\W/g, '-')}.${format}`)
    writeFileSync(script, scriptOf(load))
    return () => startScript(runtime, script)
  }
  const load = (module: string) =>
    format === 'mjs' ? `await import('${module}')` : `require('${module}')`
  const sdkModule = format === 'mjs' ? pathToFileURL(sdk).href : sdk.replaceAll('\\', '/')
  return {
    title,
    bare: start('bare', ''),
    loaded: {
      ...Object.fromEntries(entries.map((entry) => [entry, start(entry, load(entry))])),
      '@vonage/voice': start('sdk', load(sdkModule)),
    },
  }
}

async function workers(folder: string): Promise<Runtime> {
  const bare = await writeWorker(join(folder, 'worker'))
  const loaded = await Promise.all(
    entries.map(async (entry) => {
      const worker = await writeWorker(
        join(folder, `worker-${entry.replaceAll(/\W/g, '-')}`),
        entry,
      )
      return [entry, () => startWorker(worker, false)] as const
    }),
  )
  return {
    title: 'workerd',
    bare: () => startWorker(bare, true),
    loaded: Object.fromEntries(loaded),
  }
}

async function measure({ bare, loaded }: Runtime): Promise<string> {
  const candidates = { nothing: bare, ...loaded }
  const names = Object.keys(candidates) as (keyof typeof candidates)[]
  const found = new Map<string, Start[]>(names.map((name) => [name, []]))
  for (let round = 0; round < starts; round++) {
    for (const name of shuffled(names)) found.get(name)?.push(await candidates[name]())
  }
  const figures = (name: string, read: (start: Start) => number) => found.get(name)?.map(read) ?? []
  const above = (name: string, read: (start: Start) => number) =>
    difference(figures(name, read), figures('nothing', read))
  const total = ({ total }: Start) => total
  const resident = ({ resident }: Start) => resident / 1e6
  return table(
    ['', 'import', 'process', 'memory', 'aim'],
    [
      [
        'nothing',
        '',
        milliseconds(spread(figures('nothing', total))),
        megabytes(spread(figures('nothing', resident))),
        '',
      ],
      ...Object.keys(loaded).map((name) => {
        const imported = spread(figures(name, ({ imported }) => imported ?? Number.NaN))
        const isAimed = name === 'ncco-jsx' && !Number.isNaN(imported.median)
        return [
          `\`${name}\``,
          Number.isNaN(imported.median) ? '' : milliseconds(imported),
          addedMilliseconds(above(name, total)),
          addedMegabytes(above(name, resident)),
          isAimed ? verdict(imported.median <= aim, `import in ${aim} ms`) : '',
        ]
      }),
    ],
  )
}
