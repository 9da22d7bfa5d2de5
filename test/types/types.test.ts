import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { run } from '../../scripts/tools'
import { codeBlocks, writeModule } from '../support/generated'

const here = fileURLToPath(new URL('.', import.meta.url))
const tools = fileURLToPath(new URL('../../tools/types', import.meta.url))
const own = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))

const compilers = {
  'TypeScript 5.9': join(own, 'bin/tsc'),
  'TypeScript 6': join(tools, 'node_modules/typescript-6/bin/tsc'),
  'TypeScript 7': join(tools, 'node_modules/typescript-7/bin/tsc'),
}

/** An error of the compiler. */
interface Diagnostic {
  readonly file: string
  readonly line: number
  readonly text: string
}

/** A statement that a `// fails:` line says will not compile, and why. */
interface Mistake {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly text: string
}

const compiled = new Map<string, readonly Diagnostic[]>()

/** The errors of a compiler in a folder, which it compiles once. */
function compile(compiler: string, folder: string): readonly Diagnostic[] {
  const key = `${compiler} ${folder}`
  const diagnostics = compiled.get(key) ?? parseDiagnostics(tryRun(compiler, resolve(here, folder)))
  compiled.set(key, diagnostics)
  return diagnostics
}

/** The errors that a compiler prints, each of which may go on over several lines. */
function parseDiagnostics(output: string): Diagnostic[] {
  const starts = [
    ...output.matchAll(
      /^(\S+)\((\d+),\d+\): error (TS[\s\S]*?)(?=^\S+\(\d+,\d+\): error|(?![\s\S]))/gm,
    ),
  ]
  return starts.map(([, file = '', line, text = '']) => ({ file, line: Number(line), text }))
}

function tryRun(compiler: string, folder: string): string {
  try {
    return run(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], folder)
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (!stdout) throw error
    return stdout
  }
}

/** The mistakes of a folder; each reaches from its comment to the next empty line. */
function foretold(folder: string): Mistake[] {
  const files = readdirSync(join(here, folder)).filter((name) => name.endsWith('.tsx'))
  return files.flatMap((file) => {
    const lines = readFileSync(join(here, folder, file), 'utf8').split(/\r?\n/)
    return lines.flatMap((line, index) => {
      const text = /^\/\/ fails: (.*)$/.exec(line)?.[1]
      return text === undefined
        ? []
        : [{ file, from: index + 1, to: lines.indexOf('', index) + 1, text }]
    })
  })
}

/** The project that the README tells a newcomer to make, for `tsx` and bundlers, or for `tsc` and Node. */
function writeReadme(module?: 'nodenext'): string {
  const readme = readFileSync(join(here, '../../README.md'), 'utf8')
  const folder = module ? 'readme-of-node' : 'readme'
  for (const code of [...codeBlocks(readme, 'ts'), ...codeBlocks(readme, 'tsx')]) {
    const [, name] = /^\/\/ (\S+)/.exec(code) ?? []
    const written = module ? code.replace(/(from '\.\/[^']+)'/g, "$1.js'") : code
    if (name) writeModule(`${folder}/${name}`, written)
  }
  const settings = codeBlocks(readme, 'json').find((block) => block.includes('compilerOptions'))
  const { compilerOptions } = JSON.parse(settings ?? '{}')
  const options = { ...compilerOptions, ...(module && { module }), noEmit: true }
  return dirname(
    writeModule(
      `${folder}/tsconfig.json`,
      // The configuration is of Vitest, whose declarations are not ours.
      JSON.stringify({ compilerOptions: options, include: ['.'], exclude: ['*.config.ts'] }),
    ),
  )
}

/** The files of docs/outbound.md, whose names are in their first lines. */
function writeOutbound(): string {
  const page = readFileSync(join(here, '../../docs/outbound.md'), 'utf8')
  for (const code of [...codeBlocks(page, 'ts'), ...codeBlocks(page, 'tsx')]) {
    const [, name] = /^\/\/ (\S+)/.exec(code) ?? []
    if (name) writeModule(`outbound/${name}`, code)
  }
  const settings = JSON.parse(readFileSync(join(here, 'cases/tsconfig.json'), 'utf8'))
  // The declarations of the official client have errors of their own.
  const compilerOptions = { ...settings.compilerOptions, types: ['node'], skipLibCheck: true }
  return dirname(
    writeModule('outbound/tsconfig.json', JSON.stringify({ compilerOptions, include: ['.'] })),
  )
}

/** The files of AGENTS.md, with its settings. */
function writeAgents(): string {
  const page = readFileSync(join(here, '../../AGENTS.md'), 'utf8')
  for (const code of [...codeBlocks(page, 'ts'), ...codeBlocks(page, 'tsx')]) {
    const [, name] = /^\/\/ (\S+)/.exec(code) ?? []
    if (name) writeModule(`agents/${name}`, code)
  }
  const [settings = '{}'] = codeBlocks(page, 'json')
  const compilerOptions = {
    ...JSON.parse(settings).compilerOptions,
    noEmit: true,
    skipLibCheck: true,
  }
  return dirname(
    writeModule('agents/tsconfig.json', JSON.stringify({ compilerOptions, include: ['.'] })),
  )
}

const readme = writeReadme()
const readmeOfNode = writeReadme('nodenext')
const agents = writeAgents()
const outbound = writeOutbound()

describe.each(Object.entries(compilers))('%s', (_, compiler) => {
  it.each([
    ['tsx and bundlers', readme],
    ['tsc and Node', readmeOfNode],
  ])('compiles the files of the README, with its settings for %s', (_, folder) => {
    expect(compile(compiler, folder)).toStrictEqual([])
  })

  it('compiles the files of AGENTS.md, with its settings', () => {
    expect(compile(compiler, agents)).toStrictEqual([])
  })

  it('compiles the files of docs/outbound.md', () => {
    expect(compile(compiler, outbound)).toStrictEqual([])
  })

  it.each(['cases', 'classic', 'declarations', 'sdk'])('%s: compiles what is right', (folder) => {
    const mistakes = foretold(folder)
    const unforeseen = compile(compiler, folder).filter(
      ({ file, line }) =>
        !mistakes.some(
          (mistake) => mistake.file === file && mistake.from < line && line < mistake.to,
        ),
    )
    expect(unforeseen).toStrictEqual([])
  })

  it.each(['cases', 'classic'])('%s: refuses what is wrong, and says why', (folder) => {
    const found = compile(compiler, folder)
    const said = foretold(folder).map((mistake) => {
      const own = found.filter(
        ({ file, line }) => file === mistake.file && mistake.from < line && line < mistake.to,
      )
      const text = own.map((diagnostic) => diagnostic.text).join('')
      return text.includes(mistake.text) ? mistake.text : `${mistake.file}:${mistake.from}: ${text}`
    })
    expect(said).toStrictEqual(foretold(folder).map(({ text }) => text))
  })
})
