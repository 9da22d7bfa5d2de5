import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { table } from '../../scripts/markdown'
import { installTools } from '../../scripts/tools'
import { seconds, writeSection } from '../page'
import { inProject } from '../project'
import { shuffled } from '../rounds'
import { difference, spread } from '../spread'
import { breakProject, writeProject } from './project'

const modules = 300
const runs = 5

const own = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))
const tools = join(installTools('types'), 'node_modules')

/** The compilers, by the folders they are installed in. */
const compilers = {
  'TypeScript 5.9': own,
  'TypeScript 6': join(tools, 'typescript-6'),
  'TypeScript 7': join(tools, 'typescript-7'),
}

interface Compilation {
  readonly seconds: number
  readonly instantiations: number
  readonly megabytes: number
  readonly errors: number
}

/** Compiles a project and reads what the compiler says of its own work. */
function compile(compiler: string, folder: string): Compilation {
  const command = [join(compiler, 'bin/tsc'), '-p', folder, '--extendedDiagnostics']
  const start = performance.now()
  const { stdout } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' })
  const seconds = (performance.now() - start) / 1000
  const read = (name: string) => Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(stdout)?.[1])
  return {
    seconds,
    instantiations: read('Instantiations'),
    megabytes: read('Memory used') / 1000,
    errors: (stdout.match(/error TS/g) ?? []).length,
  }
}

const rows = await inProject((folder) =>
  inProject((single) => {
    writeProject(folder, modules)
    writeProject(single, 1)
    const names = Object.keys(compilers) as (keyof typeof compilers)[]
    const all = new Map<string, Compilation[]>(names.map((name) => [name, []]))
    const one = new Map<string, Compilation[]>(names.map((name) => [name, []]))
    breakProject(folder)
    for (const name of names) assert.equal(compile(compilers[name], folder).errors, 1)
    writeProject(folder, modules)
    for (let run = 0; run < runs; run++) {
      for (const name of shuffled(names)) {
        all.get(name)?.push(compile(compilers[name], folder))
        one.get(name)?.push(compile(compilers[name], single))
      }
    }
    for (const { errors } of [...all.values(), ...one.values()].flat()) assert.equal(errors, 0)

    return names.map((name) => {
      const [whole = [], least = []] = [all.get(name), one.get(name)]
      const time = ({ seconds }: Compilation) => seconds
      const [last, first] = [whole.at(-1), least.at(-1)]
      assert(last && first)
      const each = (last.instantiations - first.instantiations) / (modules - 1)
      return [
        `${name} (${versionOf(compilers[name])})`,
        seconds(spread(whole.map(time))),
        seconds(difference(whole.map(time), least.map(time))),
        last.instantiations.toLocaleString('en'),
        Math.round(each).toLocaleString('en'),
        `${Math.round(last.megabytes)} MB`,
      ]
    })
  }),
)

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
}

writeSection({
  title: 'Types',
  command: 'npm run bench:types',
  paragraphs: [
    `\`tsc --noEmit\` of ${modules} modules, each with a flow component of six actions and SSML, half of which use another; ${runs} runs of each compiler in turn. It is asserted that the project
compiles and that one misspelt option in it is one error. The second time is above a project of one such module: what the flows cost beyond the start of the compiler, its
library and the declarations of the package.`,
    table(
      [
        '',
        'the whole run',
        'above one module',
        'instantiations',
        'instantiations a module',
        'memory',
      ],
      rows,
    ),
  ],
})
