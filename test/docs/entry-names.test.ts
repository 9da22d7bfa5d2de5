import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { entries } from '../../scripts/entries'
import { root } from '../../scripts/tools'

const runtimes: Readonly<Record<string, string>> = {
  'ncco-jsx': 'src/index.ts',
  'ncco-jsx/jsx-runtime': 'jsx-runtime/index.ts',
  'ncco-jsx/jsx-dev-runtime': 'jsx-runtime/dev.ts',
}

const sources = entries.map(
  (entry) => runtimes[entry] ?? `src/${entry.slice('ncco-jsx/'.length)}/index.ts`,
)

/** The exports of each entry, with the declaration that each stands for. */
function exportsOf(files: readonly string[]): Map<string, Map<ts.Symbol, string[]>> {
  const paths = files.map((file) => join(root, file))
  const program = ts.createProgram(paths, { noLib: true, types: [] })
  const checker = program.getTypeChecker()
  const meanings = new Map<string, Map<ts.Symbol, string[]>>()
  for (const [index, path] of paths.entries()) {
    const source = program.getSourceFile(path)
    const entry = source && checker.getSymbolAtLocation(source)
    if (!entry) throw new Error(`${path} is not a module.`)
    for (const exported of checker.getExportsOfModule(entry)) {
      const isAlias = exported.flags & ts.SymbolFlags.Alias
      const meant = isAlias ? checker.getAliasedSymbol(exported) : exported
      const ofName = meanings.get(exported.name) ?? new Map()
      meanings.set(exported.name, ofName.set(meant, [...(ofName.get(meant) ?? []), files[index]]))
    }
  }
  return meanings
}

describe('a name that several entries export', () => {
  const meanings = exportsOf(sources)

  it('means the same in each, so that an editor cannot import the wrong one', () => {
    const ambiguous = [...meanings].filter(([, ofName]) => ofName.size > 1)
    const shown = ambiguous.map(
      ([name, ofName]) => `${name}: ${[...ofName.values()].join(' and ')}`,
    )
    expect(shown).toStrictEqual([])
  })

  it('is found in every entry', () => {
    const files = new Set([...meanings.values()].flatMap((ofName) => [...ofName.values()].flat()))
    expect([...files].sort()).toStrictEqual([...sources].sort())
  })
})
