import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

// As CONTRIBUTING.md lists them: each may import from those before it, never from those after it.
const layers = [
  ...['issues', 'element', 'options', 'speech', 'vocabulary', 'check', 'render'],
  ...['convert', 'dialog', 'serve', 'node', 'simulate', 'map'],
]

// What a layer imports from outside; the core needs nothing, and only `node` knows a platform.
const outside: Readonly<Record<string, RegExp>> = {
  convert: /^prettier\/doc$/,
  serve: /^jose\//,
  node: /^node:http$/,
  simulate: /^(jose|ws)$/,
}

// An entry that also exports what a later layer makes of its own.
const shared = 'src/simulate/index.ts'

// These use the package as anybody does, through its entries.
const users = ['cli', 'vitest']

// The form of messages and the words of acts keep no state, so a copy of them does no harm.
const stateless = [
  'src/issues/message',
  'src/issues/ncco-message',
  'src/issues/json-words',
  'src/issues/words',
  'src/simulate/script/call-words',
  'src/simulate/script/leg-words',
]

const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

/** The imports of a file, as paths from the root. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const specifiers = [...text.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g)]
  return specifiers.map(([, from, lazily]) => {
    const specifier = from ?? lazily ?? ''
    return specifier.startsWith('.')
      ? join(dirname(file), specifier).split(sep).join('/')
      : specifier
  })
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
}

describe('the layers of src', () => {
  it('are the folders of src', () => {
    expect(folders.filter((name) => !users.includes(name)).sort()).toStrictEqual([...layers].sort())
  })

  it.each(layers.map((layer, index) => ({ layer, before: layers.slice(0, index + 1) })))(
    '$layer imports from itself and from the layers before it',
    ({ layer, before }) => {
      const files = filesIn(`src/${layer}`).filter((file) => file !== shared)
      const wrong = files.flatMap((file) =>
        importsOf(file)
          .filter((path) => !before.some((allowed) => path.startsWith(`src/${allowed}/`)))
          .filter((path) => !outside[layer]?.test(path))
          .map((path) => `${file} imports ${path}`),
      )
      expect(wrong).toStrictEqual([])
    },
  )

  it.each(users)('are not what %s imports from', (folder) => {
    const wrong = filesIn(`src/${folder}`).flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('src/') && !path.startsWith(`src/${folder}/`))
        .filter((path) => !stateless.includes(path))
        .map((path) => `${file} imports ${path}`),
    )
    expect(wrong).toStrictEqual([])
  })

  it('end in the entries, which import nothing but the layers', () => {
    const entries = ['src/index.ts', shared, ...filesIn('jsx-runtime')]
    const wrong = entries.flatMap((file) =>
      importsOf(file).filter((path) => !path.startsWith('src/')),
    )
    expect(wrong).toStrictEqual([])
  })
})

describe('the files of src', () => {
  const files = filesIn('src')

  it('import each other without a circle', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file).map(toFile)]))
    expect(findCircle(graph)).toBeUndefined()
  })

  function toFile(path: string): string {
    return [`${path}.ts`, `${path}/index.ts`].find((file) => files.includes(file)) ?? path
  }
})

/** The files of a circle, in order, if there is one. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].map(short)
    if (done.has(file)) return undefined
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...way, file])
      if (circle) return circle
    }
    done.add(file)
    return undefined
  }
  for (const file of graph.keys()) {
    const circle = visit(file, [])
    if (circle) return circle
  }
  return undefined
}

function short(file: string): string {
  return relative('src', file)
}
