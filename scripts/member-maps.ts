import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { decode, encode, type SourceMapMappings } from '@jridgewell/sourcemap-codec'
import ts from 'typescript'

type Owner = ts.InterfaceDeclaration | ts.ClassDeclaration

interface Source {
  /** Its place in the list of the map. */
  readonly index: number
  readonly file: ts.SourceFile
  readonly owners: readonly Owner[]
}

/**
 * Adds the members of interfaces and classes to the map of bundled declarations, which the bundler maps as a whole: "go to
 * definition" of an option leads to its line.
 */
export function mapMembers(declarations: string): void {
  const path = `${declarations}.map`
  const map = JSON.parse(readFileSync(path, 'utf8'))
  const bundle = parse(declarations)
  const sources = (map.sources as string[]).map((source, index) => {
    const file = parse(resolve(dirname(path), source))
    return { index, file, owners: ownersIn(file) }
  })
  const mappings = decode(map.mappings)
  for (const owner of ownersIn(bundle)) addMembers(mappings, bundle, owner, sources)
  for (const line of mappings) line?.sort(([a], [b]) => a - b)
  writeFileSync(path, JSON.stringify({ ...map, mappings: encode(mappings) }))
}

function addMembers(
  mappings: SourceMapMappings,
  bundle: ts.SourceFile,
  owner: Owner,
  sources: readonly Source[],
): void {
  const members = membersOf(owner)
  for (const { index, file, owners } of sources) {
    const original = owners.find((other) => isSame(owner, other))
    if (!original) continue
    const originals = membersOf(original)
    for (const [name, node] of members) {
      const from = originals.get(name)
      if (!from) continue
      const to = bundle.getLineAndCharacterOfPosition(node.getStart(bundle))
      const { line, character } = file.getLineAndCharacterOfPosition(from.getStart(file))
      while (mappings.length <= to.line) mappings.push([])
      mappings[to.line]?.push([to.character, index, line, character])
    }
    return
  }
}

/** Whether both are the same declaration; the bundler numbers a name that stands twice: `Props$1`. */
function isSame(bundled: Owner, original: Owner): boolean {
  if (bundled.name?.text.replace(/\$\d+$/, '') !== original.name?.text) return false
  const names = membersOf(original)
  return [...membersOf(bundled).keys()].every((name) => names.has(name))
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
}

function ownersIn(node: ts.Node): Owner[] {
  const owners: Owner[] = []
  const visit = (child: ts.Node) => {
    if (ts.isInterfaceDeclaration(child) || ts.isClassDeclaration(child)) owners.push(child)
    ts.forEachChild(child, visit)
  }
  visit(node)
  return owners
}

/** The names of the members of an owner, as nodes. */
function membersOf(owner: Owner): Map<string, ts.Node> {
  const members = new Map<string, ts.Node>()
  for (const { name } of owner.members) {
    if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) members.set(name.text, name)
  }
  return members
}
