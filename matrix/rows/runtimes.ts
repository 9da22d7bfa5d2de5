import { deepStrictEqual, match } from 'node:assert'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hasCorpus, readCases } from '../../test/conformance/corpus'
import { bundle } from '../bundle'
import { fetchJson } from '../process'
import type { Project } from '../project'
import type { Row, Trial } from '../row'
import { workerdConfig } from '../servers/workerd-config'
import { callIvr } from './ivr-call'

/** How a runtime runs the script. */
interface Runtime {
  readonly name: string
  readonly packages: Readonly<Record<string, string>>
  /** The file of `matrix/servers`, without its extension. */
  readonly server: string
  readonly command: string
  /** For a runtime that resolves no packages by itself. */
  readonly conditions?: readonly string[]
  readonly files?: Readonly<Record<string, string>>
}

const expected = JSON.parse(
  readFileSync(fileURLToPath(new URL('../servers/expected.json', import.meta.url)), 'utf8'),
)

function node(name: string, version: string): Row {
  return runtime({ name, packages: { node: version }, server: 'node', command: 'node server.mjs' })
}

export const runtimes: readonly Row[] = [
  node('node-20', '20.20.2'),
  node('node-22', '22.23.3'),
  node('node-24', '24.21.0'),
  node('node-26', '26.10.0'),
  runtime({
    name: 'bun',
    packages: { bun: '1.4.5' },
    server: 'bun',
    command: 'bun server.mjs',
  }),
  runtime({
    name: 'deno',
    packages: { deno: '2.9.6' },
    server: 'deno',
    command: 'deno run --quiet --node-modules-dir=manual --allow-net --allow-env server.mjs',
  }),
  runtime({
    name: 'workerd',
    packages: { workerd: '1.20261117.1' },
    server: 'workerd',
    command: 'workerd serve config.capnp --socket-addr=http=127.0.0.1:{port}',
    conditions: ['workerd', 'worker'],
    files: { 'config.capnp': workerdConfig() },
  }),
]

function runtime({ name, packages, server, command, conditions, files = {} }: Runtime): Row {
  const inServer =
    (use: (project: Project, origin: string) => Promise<string | undefined>): Trial =>
    async (project) => {
      for (const [file, content] of Object.entries(files)) project.write(file, content)
      await bundle(project, `matrix/servers/${server}.ts`, 'server.mjs', {
        ...(conditions && { conditions }),
      })
      return project.serve(command, {}, ({ origin }) => use(project, origin))
    }
  return {
    part: 'runtime',
    name,
    packages,
    isFast: true,
    trials: {
      version: async (project) => {
        const [tool = '', version = ''] = Object.entries(packages)[0] ?? []
        // The packages of workerd are numbered by the day of its release.
        const shown = version.replace(/^1\.(\d{4})(\d\d)(\d\d)\.\d+$/, '$1-$2-$3')
        match(
          await project.run(`${tool} --version`),
          new RegExp(`(^|\\D)${shown.replaceAll('.', '\\.')}(\\D|$)`),
        )
        return undefined
      },
      examples: inServer(async (_, origin) => {
        deepStrictEqual(await fetchJson(`${origin}/examples`), expected)
        return `${Object.keys(expected).length} answers`
      }),
      corpus: inServer(checkCorpus),
      'signed call over HTTP': inServer(async (project, origin) => {
        await callIvr(project, origin)
        return `with ${await fetchJson<string>(`${origin}/cryptography`)}`
      }),
    },
  }
}

/** Every runtime finds in the corpus what the package finds here, and the conformance tests hold that against its verdicts. */
async function checkCorpus(project: Project, origin: string): Promise<string> {
  if (!hasCorpus) return 'skipped: ../shared/corpus is not beside the project'
  const { check } = await project.load<typeof import('ncco-jsx')>('index')
  const nccos = readCases().map(({ ncco }) => ncco)
  const body = JSON.stringify(nccos)
  const found = await fetchJson<object[]>(`${origin}/check`, { method: 'POST', body })
  deepStrictEqual(found, JSON.parse(JSON.stringify(nccos.map((ncco) => check(ncco)))))
  return `${nccos.length} NCCOs, ${found.flat().length} issues`
}
