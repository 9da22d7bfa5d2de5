import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildFailure, type BuildResult, build } from 'esbuild'
import { describe, expect, it, onTestFinished } from 'vitest'
import { shareModules } from '../../scripts/shared-modules'

/** Bundles an entry that imports from a module shared out of two files, given their texts. */
function bundle(files: Readonly<Record<string, string>>): Promise<BuildResult> {
  const src = mkdtempSync(join(tmpdir(), 'ncco-jsx-shared-'))
  onTestFinished(() => rmSync(src, { recursive: true }))
  mkdirSync(join(src, 'words'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(src, name), text)
  return build({
    absWorkingDir: src,
    entryPoints: { index: join(src, 'index.ts') },
    bundle: true,
    format: 'esm',
    outdir: 'dist',
    write: false,
    logLevel: 'silent',
    plugins: [shareModules({ core: ['words'] }, src)],
  })
}

const index = `import { one } from './words/one'\nconsole.log(one)`

describe('a module that entries share', () => {
  it('exports what its files export, and the entry imports it', async () => {
    const { outputFiles = [] } = await bundle({
      'index.ts': index,
      'words/one.ts': 'export const one = 1',
      'words/two.ts': "export const two = 2\nexport { one } from './one'",
    })
    const texts = outputFiles.map(({ text }) => text)
    expect(texts[0]).toContain('from "./core.js"')
    expect(texts[1]).toMatch(/export \{\n {2}one,\n {2}two\n\};/)
  })

  it('is not built if two of its files export the same name; both are named', async () => {
    const failure: BuildFailure = await bundle({
      'index.ts': index,
      'words/one.ts': 'export const one = 1',
      'words/two.ts': 'export const one = 2',
    }).then(
      () => expect.fail('It was built.'),
      (error) => error,
    )
    expect(failure.errors.map(({ text }) => text)).toStrictEqual([
      'Re-export of "one" in "shared:core" is ambiguous and has been removed',
    ])
    expect(failure.errors[0]?.notes.map(({ location }) => location?.file)).toStrictEqual([
      'words/one.ts',
      'words/two.ts',
    ])
  })
})
