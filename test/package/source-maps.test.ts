import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeUserProject, type UserProject } from '../support/user-project'

interface SourceMap {
  readonly sources: readonly string[]
  readonly sourcesContent?: readonly (string | null)[]
}

const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))

let user: UserProject

beforeAll(() => {
  user = makeUserProject()
})

afterAll(() => user.remove())

function readInstalled(path: string): string {
  return readFileSync(join(user.folder, 'node_modules/ncco-jsx', path), 'utf8')
}

function writeTsconfig(options: object): void {
  const tsconfig = { compilerOptions: { module: 'nodenext', ...options } }
  writeFileSync(join(user.folder, 'tsconfig.json'), JSON.stringify(tsconfig))
}

function isSource(path: string): boolean {
  return /^(?:jsx-runtime|src)\//.test(path)
}

/** The sources that the maps of the package name, by their path in it, and whether a map brings along their text. */
function readMaps() {
  const maps = user.files.filter((path) => path.endsWith('.map'))
  return maps.flatMap((path) => {
    const { sources, sourcesContent = [] }: SourceMap = JSON.parse(readInstalled(path))
    return sources.map((source, index) => ({
      map: path,
      source: posix.join(posix.dirname(path), source),
      hasText: typeof sourcesContent[index] === 'string',
    }))
  })
}

/** Asks the language server of TypeScript, as an editor does, where the word before `^` was defined. */
async function findDefinition(file: string, marked: string) {
  const path = join(user.folder, file)
  writeFileSync(path, marked.replace('^', ''))
  const lines = marked.slice(0, marked.indexOf('^')).split('\n')
  const place = { file: path, line: lines.length, offset: lines.at(-1)?.length }
  const server = spawn(process.execPath, [
    join(typescript, 'lib/tsserver.js'),
    '--disableAutomaticTypingAcquisition',
  ])
  const ask = (command: string, seq: number) =>
    server.stdin.write(`${JSON.stringify({ seq, type: 'request', command, arguments: place })}\n`)
  try {
    ask('open', 1)
    ask('definition', 2)
    for await (const line of createInterface(server.stdout)) {
      const { request_seq: answered, body } = line.startsWith('{') ? JSON.parse(line) : {}
      if (answered !== 2) continue
      const [{ file, start }] = body
      const definition = readFileSync(file, 'utf8').split('\n')[start.line - 1]
      return { file: relative(user.folder, file).replaceAll('\\', '/'), definition }
    }
  } finally {
    server.kill()
  }
}

describe('the maps of the packed package', () => {
  it('lead to sources that ship beside them, or bring along the text of others', () => {
    const named = readMaps()
    const lost = named.filter(({ source, hasText }) => !hasText && !user.files.includes(source))
    expect(named.length).toBeGreaterThan(100)
    expect(lost).toStrictEqual([])
  })

  it('repeat no text of a source that ships', () => {
    const twice = readMaps().filter(({ source, hasText }) => hasText && user.files.includes(source))
    expect(twice).toStrictEqual([])
  })

  it('lead to every folder of sources that ships, so that none ships for nothing', () => {
    const folders = (paths: readonly string[]) =>
      [...new Set(paths.filter(isSource).map((path) => posix.dirname(path)))].sort()
    expect(folders(user.files)).toStrictEqual(folders(readMaps().map(({ source }) => source)))
  })
})

describe('"go to definition" of an editor', () => {
  it.each([
    ['Talk', 'flow.mts', 'src/vocabulary/talk.ts', 'export const Talk ='],
    ['Talk', 'flow.cts', 'src/vocabulary/talk.ts', 'export const Talk ='],
    ['render', 'flow.mts', 'src/render/render.ts', 'export function render('],
  ])('leads from %s in %s to its source', async (name, file, source, start) => {
    writeTsconfig({})
    const found = await findDefinition(file, `import { ${name} } from 'ncco-jsx'\n${name}^`)
    expect(found).toStrictEqual({
      file: `node_modules/ncco-jsx/${source}`,
      definition: expect.stringContaining(start),
    })
  })

  it.each([
    ['<Talk bargeIn^>Hello</Talk>', 'src/vocabulary/talk.ts', 'bargeIn?: '],
    ['<Talk loop^={2}>Hello</Talk>', 'src/vocabulary/talk.ts', 'loop?: '],
    [
      '<Connect timeout^={9}><Phone number="447700900002" /></Connect>',
      'src/vocabulary/connect.ts',
      'timeout?: ',
    ],
    ['<Connect><Phone number^="447700900002" /></Connect>', 'src/vocabulary/phone.ts', 'number: '],
    ['<Talk><break time^="1s" /></Talk>', 'src/element/intrinsic-elements.ts', 'time?: '],
  ])('leads from the option in %s to its line', async (element, source, start) => {
    writeTsconfig({ jsx: 'react-jsx', jsxImportSource: 'ncco-jsx' })
    const imports = `import { Connect, Phone, Talk } from 'ncco-jsx'`
    const found = await findDefinition('flow.tsx', `${imports}\nexport const flow = ${element}`)
    expect(found).toStrictEqual({
      file: `node_modules/ncco-jsx/${source}`,
      definition: expect.stringContaining(start),
    })
  })
})

describe('a stack trace', () => {
  it.each([
    ['flow.mjs', `import { createElement, render } from 'ncco-jsx'`],
    ['flow.cjs', `const { createElement, render } = require('ncco-jsx')`],
  ])('of %s shows lines of the source', (file, imports) => {
    const script = `${imports}
      const Flow = () => console.log(new Error().stack)
      render(createElement(() => { Flow(); return [] }))`
    writeFileSync(join(user.folder, file), script)
    const { stdout } = spawnSync(process.execPath, ['--enable-source-maps', file], {
      cwd: user.folder,
      encoding: 'utf8',
    })
    const frames = stdout.matchAll(/ncco-jsx[/\\](src[/\\]render[/\\][\w-]+\.ts):(\d+):(\d+)/g)
    const code = [...frames].map(([, source = '', line, column]) =>
      readInstalled(source)
        .split('\n')
        [Number(line) - 1]?.slice(Number(column) - 1),
    )
    expect(code.length).toBeGreaterThan(3)
    // A frame stands at the name of what it calls.
    expect(code.filter((text) => !/^#?[\w.]+\(/.test(text ?? ''))).toStrictEqual([])
  })
})
