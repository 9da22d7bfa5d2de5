import { deepStrictEqual } from 'node:assert'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Project } from '../project'
import type { Trial } from '../row'

/** The places of elements that a compiler tells. */
export type Place = keyof typeof told

// The mistakes of flows.tsx whose elements stand in a shape that matters here.
const keyAfterSpread = 5
const amongChildren = [3, 7]

/** The place told of a mistake in flows.tsx: that of the element, the end of the text before it, or none. */
const told = {
  'no place': () => 'nothing',
  'line and column': () => 'its start',
  'line and column, but none for a key after a spread': (mistake: number) =>
    mistake === keyAfterSpread ? 'nothing' : 'its start',
  'line and column among children, elsewhere the end of what stands before, and none for a key after a spread':
    (mistake: number) => {
      if (mistake === keyAfterSpread) return 'nothing'
      return amongChildren.includes(mistake) ? 'its start' : 'the end before'
    },
}

/** How a compiler is run. */
interface Build {
  /** Files of the project besides the flows, such as its configuration. */
  readonly files?: Readonly<Record<string, string | object>>
  /** Files of `matrix/builds`. */
  readonly scripts?: readonly string[]
  /** Command lines, one after another. */
  readonly commands: readonly string[]
  /** The module that comes out, run on Node; without one, the last command prints the outcome itself. */
  readonly output?: string
  readonly place: Place
}

/** The result of flows.tsx. */
interface Outcome {
  readonly nccos: object
  readonly mistakes: readonly { code: string; source?: Source }[]
}

interface Source {
  readonly file: string
  readonly line: number
  readonly column: number
}

const text = (file: string) => readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8')
const expected = JSON.parse(text('../flows/expected.json'))
const flows = text('../flows/flows.tsx')

// A component that only Connect takes, and that no message names.
const onlyInConnect = 'AdvancedMachineDetection'

/** Compiles flows.tsx, and compares its NCCOs and the places of its mistakes with what they should be. */
export function compiles({ files = {}, scripts = [], commands, output, place }: Build): Trial {
  return async (project) => {
    project.add('flows/flows.tsx', 'flows/print.mjs', ...scripts.map((name) => `builds/${name}`))
    for (const [name, content] of Object.entries(files)) project.write(name, content)
    const all = output === undefined ? commands : [...commands, `node print.mjs ${output}`]
    let printed = ''
    for (const command of all) printed = await project.run(command)
    return compare(JSON.parse(printed), place)
  }
}

/** Compares what compiled flows gave with what they should give, and says what is known of places. */
export function compare({ nccos, mistakes }: Outcome, place: Place): Place {
  deepStrictEqual(nccos, expected)
  deepStrictEqual([...new Set(mistakes.map(({ code }) => code))], ['out-of-range'])
  const found = mistakes.map(({ source }) => source && `${source.line}:${source.column}`)
  const files = new Set(mistakes.flatMap(({ source }) => source?.file.split(/[\\/]/).at(-1) ?? []))
  deepStrictEqual(found, placesOf(place))
  deepStrictEqual([...files], found.every((source) => !source) ? [] : ['flows.tsx'])
  return place
}

/** The places that flows.tsx has its mistakes at, each marked by a loop of its number. */
function placesOf(place: Place): (string | undefined)[] {
  return [...flows.matchAll(/<Talk (?=[^<>]*loop=\{-(\d+)\})/g)].map(({ index, 1: number }) => {
    const what = told[place](Number(number))
    if (what === 'nothing') return undefined
    const before = flows.slice(0, index)
    const lines = (what === 'its start' ? before : before.trimEnd()).split('\n')
    return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`
  })
}

/** Bundles a flow with only `<Talk>`, and asserts that `<Connect>` is not in it. Returns the size. */
export function shakes(command: string, output: string, files: Build['files'] = {}): Trial {
  return async (project) => {
    project.add('flows/talk.tsx')
    for (const [name, content] of Object.entries(files)) project.write(name, content)
    await project.run(command)
    const bundle = project.read(output)
    const carriesConnect = (text: string) => text.includes(onlyInConnect)
    deepStrictEqual(carriesConnect(project.read('node_modules/ncco-jsx/dist/index.cjs')), true)
    deepStrictEqual(carriesConnect(bundle), false, '<Connect> is in a bundle with only <Talk>.')
    await runTalk(project, output)
    return `${(gzipSync(bundle).length / 1000).toFixed(1)} kB gzipped`
  }
}

async function runTalk(project: Project, output: string): Promise<void> {
  project.add('flows/print.mjs')
  const printed = await project.run(`node print.mjs ${output}`)
  deepStrictEqual(JSON.parse(printed), [{ action: 'talk', text: 'Goodbye.' }])
}

/** The settings of README.md, with others in their place. */
export function tsconfig(compilerOptions: object = {}): object {
  const readme = { jsx: 'react-jsx', jsxImportSource: 'ncco-jsx', target: 'es2022' }
  return { compilerOptions: { ...readme, module: 'preserve', ...compilerOptions } }
}

/** The classic transform, as docs/elements.md sets it. */
export const classic = {
  jsx: 'react',
  jsxImportSource: undefined,
  jsxFactory: 'createElement',
  jsxFragmentFactory: 'Fragment',
}
