import { match, notStrictEqual } from 'node:assert'
import type { Row, Trial } from '../row'
import { tsconfig } from './compile'

/** How a test runner is run. */
interface Runner {
  readonly files?: Readonly<Record<string, string | object>>
  /** The file of the test, with its import of the runner. */
  readonly test: readonly [file: string, imports: string, assertion: string]
  readonly command: string
  /** Its output when the one test passes. */
  readonly passed: RegExp
}

/** Calls a flow from a test, in a run that should pass and in one that should not. */
function calls({ files = {}, test: [file, imports, assertion], command, passed }: Runner): Trial {
  return async (project) => {
    project.add('tests/calls.tsx')
    project.write('tsconfig.json', tsconfig())
    for (const [name, content] of Object.entries(files)) project.write(name, content)
    const title = 'a wrong key is asked for again, and then a colleague answers'
    project.write(
      file,
      `${imports}\nimport { callMenu, expected } from './calls'\n\ntest('${title}', async () => {\n  ${assertion}\n})\n`,
    )
    const right = await project.try(command)
    if (right.status !== 0) throw new Error(right.all)
    match(right.all, passed)
    const wrong = await project.try(command, { IS_WRONG: '1' })
    notStrictEqual(wrong.status, 0)
    match(wrong.all, /Something else\./)
    return undefined
  }
}

const expectation = 'expect(await callMenu()).toEqual(expected)'
const swc = '1.16.22'

export const testRunners: readonly Row[] = [
  {
    part: 'test runner',
    name: 'vitest-4',
    packages: { vitest: '4.1.12', vite: '8.3.8' },
    trials: { 'calls a flow': vitest() },
  },
  {
    part: 'test runner',
    name: 'vitest-5',
    packages: { vitest: '5.1.1', vite: '8.3.8', node: '24.21.0' },
    trials: { 'calls a flow': vitest() },
  },
  {
    part: 'test runner',
    name: 'jest',
    packages: { jest: '30.5.2', '@swc/jest': '0.2.39', '@swc/core': swc },
    trials: {
      'calls a flow, in CommonJS': calls({
        files: { 'jest.config.json': jestConfig('commonjs') },
        test: ['calls.test.ts', '', expectation],
        command: 'jest',
        passed: /Tests: +1 passed/,
      }),
      'in ES modules': calls({
        files: { 'jest.config.json': jestConfig('es6') },
        test: ['calls.test.ts', '', expectation],
        command: 'node --experimental-vm-modules node_modules/jest/bin/jest.js',
        passed: /Tests: +1 passed/,
      }),
    },
  },
  {
    part: 'test runner',
    name: 'node:test',
    packages: { node: '24.21.0', tsx: '4.23.15' },
    trials: {
      'calls a flow': calls({
        test: [
          'calls.test.ts',
          "import assert from 'node:assert/strict'\nimport test from 'node:test'",
          'assert.deepEqual(await callMenu(), expected)',
        ],
        command: 'node --import tsx --test calls.test.ts',
        passed: /pass 1\n/,
      }),
    },
  },
  {
    part: 'test runner',
    name: 'bun',
    packages: { bun: '1.4.5' },
    trials: {
      'calls a flow': calls({
        test: ['calls.test.ts', "import { expect, test } from 'bun:test'", expectation],
        command: 'bun test',
        passed: /1 pass\n/,
      }),
    },
  },
]

function vitest(): Trial {
  return calls({
    test: ['calls.test.ts', "import { expect, test } from 'vitest'", expectation],
    command: 'vitest run',
    passed: /Tests +1 passed/,
  })
}

function jestConfig(type: 'commonjs' | 'es6'): object {
  const parser = { syntax: 'typescript', tsx: true }
  const react = { runtime: 'automatic', importSource: 'ncco-jsx' }
  const options = { jsc: { parser, transform: { react } }, module: { type } }
  const transform = { '\\.tsx?$': ['@swc/jest', options] }
  return type === 'es6' ? { transform, extensionsToTreatAsEsm: ['.ts', '.tsx'] } : { transform }
}
