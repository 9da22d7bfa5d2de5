/**
 * The coverage of calls in Vitest: which part of a map the tests went through.
 *
 * @module ncco-jsx/vitest
 */
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CallMap, type CallTrace, coverage } from 'ncco-jsx/simulate'
import { formatCoverage, shortfall, type Thresholds } from './format-coverage'

/**
 * Options of {@link callCoverage}.
 *
 * @example
 * ```ts
 * const plugins = [callCoverage({ map: 'call-map.json', thresholds: { states: 100 } })]
 * ```
 */
export interface CallCoverageOptions {
  /** The file of the map, from the root of the project: `npx ncco-jsx map app.tsx --format json > call-map.json`. */
  map: string
  /** The least parts of the map that the calls of all tests go through, in percent; with less, the run fails. */
  thresholds?: Thresholds | undefined
}

/** The parts of Vitest that are used. */
interface Context {
  readonly vitest: {
    readonly config: { readonly root: string; readonly reporters: unknown[] }
    readonly logger: { log(text: string): void; error(text: string): void }
  }
  readonly project: { readonly config: { readonly setupFiles: string[] } }
}

/** A module of tests, as Vitest gives it to reporters. */
interface TestModule {
  readonly children: { allTests(): Iterable<{ meta(): { nccoCalls?: readonly CallTrace[] } }> }
}

/** The module that runs beside every test file, and tells what its calls went through. */
function setupFile(): string {
  // In CommonJS there is no URL.
  const { url } = import.meta as { url?: string }
  const here = url === undefined ? __filename : fileURLToPath(url)
  return join(dirname(here), here.endsWith('.ts') ? 'setup.ts' : 'vitest-setup.js')
}

/**
 * A plugin for Vitest 4: after a run it prints which states and edges of a map the calls of the tests went through.
 *
 * @param options the file of the map, and the least parts of it that the calls go through
 * @example
 * ```ts
 * const config = { plugins: [callCoverage({ map: 'call-map.json' })] } // in vitest.config.ts
 * ```
 */
export function callCoverage({ map, thresholds = {} }: CallCoverageOptions) {
  const known = new Set<Context['vitest']>()
  return {
    name: 'ncco-jsx:call-coverage',
    /** Called by Vitest. */
    configureVitest(context: unknown): void {
      const { vitest, project } = context as Context
      project.config.setupFiles.push(setupFile())
      // Once, however many projects there are.
      if (known.has(vitest)) return
      known.add(vitest)
      vitest.config.reporters.push({
        async onTestRunEnd(modules: readonly TestModule[]) {
          const { root } = vitest.config
          const read = await readMap(resolve(root, map))
          if (typeof read === 'string') {
            vitest.logger.error(`The coverage of calls is unknown: ${read}`)
            process.exitCode = 1
            return
          }
          const covered = coverage(read, tracesOf(modules))
          vitest.logger.log(formatCoverage(covered, map))
          const short = shortfall(covered, thresholds)
          if (short === undefined) return
          vitest.logger.error(short)
          process.exitCode = 1
        },
      })
    },
  }
}

function tracesOf(modules: readonly TestModule[]): CallTrace[] {
  return modules.flatMap(({ children }) =>
    [...children.allTests()].flatMap((test) => test.meta().nccoCalls ?? []),
  )
}

/** The map in a file, or the reason why the file has no map. */
async function readMap(file: string): Promise<CallMap | string> {
  try {
    const map = JSON.parse(await readFile(file, 'utf8'))
    if (Array.isArray(map?.states) && Array.isArray(map?.edges)) return map
  } catch {
    // The remedy is the same.
  }
  return `${file} is not a map. Make it: npx ncco-jsx map app.tsx --format json > ${file}`
}
