import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explore } from 'ncco-jsx/simulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../../scripts/tools'

const app = `
export const app = async (request) => {
  const { dtmf } = request.method === 'POST' ? await request.json() : {}
  const eventUrl = ['https://app.example.com/chosen']
  return Response.json(
    dtmf?.digits === '1'
      ? [{ action: 'talk', text: 'Sales.' }]
      : dtmf
        ? [{ action: 'talk', text: 'Goodbye.' }]
        : [{ action: 'talk', text: 'For sales, press 1.' }, { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl }],
  )
}`

const test = (act: string) => `
import { dial, explore } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import { app } from './app'
it('works', async () => {
  // Its own calls are none of the test.
  await explore(app, { calls: 3 })
  const call = await dial(app)
  await ${act}
  expect(call.ended).toBeDefined()
})`

const config = (options: object, pool: string) => `
import { callCoverage } from ${JSON.stringify(join(root, 'src/vitest/index.ts'))}
import { defineConfig, mergeConfig } from 'vitest/config'
import whole from ${JSON.stringify(join(root, 'vitest.config.ts'))}
const { resolve } = whole({ mode: 'test' })
export default defineConfig({
  resolve,
  plugins: [callCoverage(${JSON.stringify(options)})],
  test: { include: ['*.test.ts'], pool: '${pool}', reporters: ['default'] },
})`

/** Runs Vitest in a project of two test files. */
async function run(options: object, pool: 'forks' | 'threads') {
  const parent = join(root, 'node_modules/.cache/ncco-jsx')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'coverage-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const module = `data:text/javascript,${encodeURIComponent(app)}`
  const map = await explore((await import(/* @vite-ignore */ module)).app)
  writeFileSync(join(folder, 'map.json'), JSON.stringify(map))
  writeFileSync(join(folder, 'app.ts'), app)
  writeFileSync(join(folder, 'one.test.ts'), test("call.press('1')"))
  writeFileSync(join(folder, 'two.test.ts'), test('call.wait(3)'))
  writeFileSync(join(folder, 'vitest.config.ts'), config(options, pool))
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { NODE_V8_COVERAGE, VITEST, ...env } = process.env
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', vitest, 'run', '--root', folder, '--no-color', '--configLoader', 'native'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
    },
  )
  return { stdout, stderr, status }
}

// A run of Vitest within a run of Vitest.
const longest = 120_000

describe('callCoverage', () => {
  it(
    'prints what the calls of all workers went through, and fails below a threshold',
    async () => {
      const thresholds = { states: 100, edges: 50 }
      const { stdout, stderr, status } = await run({ map: 'map.json', thresholds }, 'forks')
      expect(stdout + stderr).toContain(`
Calls on map.json
  states  3 of 3 (100%)
  edges   2 of 13 (15%)
  not taken:
    s1 → s2: press 0 and 10 more
`)
      expect(stderr).toContain('The calls of the tests went through 15% of the edges, not 50%.')
      expect(status).toBe(1)
    },
    longest,
  )

  it(
    'collects from threads, and passes above a threshold',
    async () => {
      const { stdout, status } = await run(
        { map: 'map.json', thresholds: { states: 100 } },
        'threads',
      )
      expect(stdout).toContain('  states  3 of 3 (100%)\n  edges   2 of 13 (15%)\n')
      expect(status).toBe(0)
    },
    longest,
  )

  it(
    'fails without a map, and says how to make it',
    async () => {
      const { stderr, status } = await run({ map: 'none.json' }, 'forks')
      expect(stderr).toContain(
        'none.json is not a map. Make it: npx ncco-jsx map app.tsx --format json >',
      )
      expect(status).toBe(1)
    },
    longest,
  )
})
