import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'ncco-jsx'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type GuidePage, guide } from '../../docs/.vitepress/guide'
import { makeLlmsFull, makeLlmsIndex } from '../../scripts/site/llms'
import { root } from '../../scripts/tools'
import { dialogsGiven } from '../support/dialogs-given'
import { codeBlocks, writeModule } from '../support/generated'

const full = makeLlmsFull()
/** Each page, by its title. */
const pages = new Map(
  full.split(/^(?=# )/m).map((text) => [text.slice(2, text.indexOf('\n')), text] as const),
)

/** What the code of a page takes as given, where it is not a module of its own. */
const given: Readonly<Record<string, (code: string) => string>> = {
  Dialogs: (code) => {
    const given = code.includes('function Menu') ? dialogsGiven.replace(' Menu,', '') : dialogsGiven
    return `
      import { createPlatform, dial } from 'ncco-jsx/simulate'
      import { expect } from 'vitest'
      declare const app: Parameters<typeof dial>[0]
      ${given}
      ${code.replaceAll('export ', '')}`
  },
  'The map of an app': (code) => `
    import { coverage, dial, explore } from 'ncco-jsx/simulate'
    declare const app: Parameters<typeof explore>[0]
    ${code}
    export {}`,
  'Many machines, or none of your own': (code) => `
    import type { SignatureOptions } from 'ncco-jsx/serve'
    declare const store: { set(key: string, value: string, options: object): Promise<string | null> }
    export const options: Pick<SignatureOptions, 'seen'> = { ${code} }`,
  'The studio': (code) => `
    import { Vonage } from '@vonage/server-sdk'
    const [applicationId, privateKey] = ['', '']
    ${code}`,
  'ESLint, Prettier and editors': (code) => `${code}\nexport {}`,
}

// Its servers need packages of their own: the tests of `examples/servers` and of `create` compile and call them.
const servers = 'Deploying'

/** Writes the code of a page into a folder of its own. Returns the files. */
function writePage([title, text]: readonly [string, string]): string[] {
  const folder = `llms/${title.toLowerCase().replaceAll(/\W+/g, '-')}`
  const taken = new Set<string>()
  if (title === servers) return []
  // The app of the reader.
  if (title === 'The map of an app')
    writeModule(`${folder}/app.ts`, 'export const app = async () => Response.json([])')
  return ['tsx', 'ts'].flatMap((language) =>
    codeBlocks(text, language).map((code, index) => {
      const [, named] = /^\/\/ (\S+\.tsx?)\n/.exec(code) ?? []
      const isModule = /^(?:import|export) /m.test(code)
      const prefix = given[title]
      if (!isModule && !prefix) throw new Error(`${title} has code that is not a module:\n${code}`)
      const whole = isModule && !(title === 'Dialogs' && index > 0) ? code : prefix?.(code)
      // What a page takes as given may be JSX.
      const name = named && !taken.has(named) ? named : `${language}-${index}.tsx`
      taken.add(name)
      return writeModule(`${folder}/${name}`, whole ?? code)
    }),
  )
}

/** What the compiler of users finds in these files. */
function diagnose(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  delete options.tsBuildInfoFile
  const program = ts.createProgram(files, {
    ...options,
    incremental: false,
    exactOptionalPropertyTypes: false,
    noUncheckedIndexedAccess: false,
  })
  return files.flatMap((file) => {
    const source = program.getSourceFile(file)
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  })
}

describe('llms-full.txt', () => {
  it('begins with the page for assistants, and holds every page of the guide', () => {
    expect(full.startsWith(readFileSync(join(root, 'AGENTS.md'), 'utf8'))).toBe(true)
    expect(pages.size).toBe(1 + guide.flatMap(({ items }) => items).length)
  })

  it('has code that compiles, in every block', () => {
    const files = [...pages].flatMap(writePage)
    expect(files.length).toBeGreaterThan(50)
    expect(diagnose(files)).toStrictEqual([])
  }, 120_000)

  it('has only NCCOs without a finding', () => {
    const blocks = codeBlocks(full, 'json').map((text) => JSON.parse(text))
    const nccos = blocks.filter((value) => Array.isArray(value))
    expect(blocks.length).toBeGreaterThan(1)
    expect(nccos.flatMap((ncco) => check(ncco))).toStrictEqual([])
  })

  it('has nothing that only a site understands', () => {
    expect(full.match(/^(?:<<<|:::).*$|\]\((?!https?:)[^)]*\)/gm)).toBe(null)
  })
})

describe('llms.txt', () => {
  it('names every page, and what it is about', () => {
    const links: GuidePage[] = []
    const index = makeLlmsIndex((page) => `${links.push(page)}`)
    expect(links.every(({ link }) => existsSync(join(root, `docs${link}.md`)))).toBe(true)
    const lines = index.split('\n').filter((line) => line.startsWith('- '))
    expect(lines).toHaveLength(links.length)
    expect(lines.filter((line) => !/: .{20,}\.$/.test(line))).toStrictEqual([])
  })
})
