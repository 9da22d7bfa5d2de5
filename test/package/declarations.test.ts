import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries } from '../../scripts/entries'
import { root } from '../../scripts/tools'
import { makeUserProject, type UserProject } from '../support/user-project'

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))

let user: UserProject

beforeAll(() => {
  user = makeUserProject()
})

afterAll(() => user.remove())

/** The errors of the compiler in modules of both kinds that use every entry, and in the declarations themselves. */
function compile(compilerOptions: object): string {
  const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}'`)
  const text = [...imports, `export const all = [${entries.map((_, index) => `entry${index}`)}]`]
  for (const name of ['flow.mts', 'flow.cts'])
    writeFileSync(join(user.folder, name), text.join('\n'))
  const config = {
    compilerOptions: { ...compilerOptions, strict: true, skipLibCheck: false, noEmit: true },
    files: ['flow.mts', 'flow.cts'],
  }
  writeFileSync(join(user.folder, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(typescript, 'bin/tsc')
  return spawnSync(process.execPath, [tsc], { cwd: user.folder, encoding: 'utf8' }).stdout
}

describe('the declarations of the packed package', () => {
  it.each([
    ['node16', { module: 'node16' }],
    ['nodenext', { module: 'nodenext' }],
    ['bundler', { module: 'preserve', moduleResolution: 'bundler' }],
  ])('resolve under %s and hold without skipLibCheck', (_, options) => {
    // Those of Node, which one that uses the Node entry has installed.
    const types = { types: ['node'], typeRoots: [join(root, 'node_modules/@types')] }
    const issues = compile({ ...options, ...types, target: 'es2022', lib: ['es2023', 'dom'] })
    expect(issues).toBe('')
  })

  it('are named for both module systems by every entry', () => {
    const { exports } = JSON.parse(
      readFileSync(join(user.folder, 'node_modules/ncco-jsx/package.json'), 'utf8'),
    )
    for (const entry of entries) {
      const { import: module, require: common } = exports[entry.replace('ncco-jsx', '.')]
      expect(user.files.map((file) => `./${file}`)).toEqual(
        expect.arrayContaining([module.types, module.default, common.types, common.default]),
      )
    }
  })
})
