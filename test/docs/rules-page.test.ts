import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools'

const read = (path: string) => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')

const [, ...sections] = read('docs/rules.md').split(/^### /m)
const rules = sections.map((section) => {
  const [name = '', , ...text] = section.split('\n')
  const [sentence = '', sources = ''] =
    text
      .join(' ')
      .split(/(?: ## .*| \[[^\]]+\]: .*|$)/)[0]
      ?.split(' — ') ?? []
  return {
    name,
    sentence,
    sources: [...sources.matchAll(/\[(.+?)\]/g)].map(([, name = '']) => name),
  }
})
const addresses = new Map(
  [...read('docs/rules.md').matchAll(/^\[(.+)\]: (\S+)$/gm)].map(([, name, url]) => [name, url]),
)

/** The rules that the files of these folders name, each with the first file that does. */
function namedIn(folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => /\.(?:tsx?|md)$/.test(path) && !/node_modules|generated|rules/.test(path))
  const named = new Map<string, string>()
  for (const file of files)
    for (const [rule] of read(file).matchAll(/\bR-\d+\b/g))
      if (!named.has(rule)) named.set(rule, file)
  return named
}

describe('docs/rules.md', () => {
  it('has every rule that sources, tests and docs/errors.md name', () => {
    const named = namedIn(['src', 'jsx-runtime', 'test', 'examples', 'docs'])
    const known = rules.map(({ name }) => name)
    const missing = [...named].filter(([rule]) => !known.includes(rule))
    expect(named.size).toBeGreaterThan(60)
    expect(missing).toStrictEqual([])
  })

  it('has each rule once, in order', () => {
    const numbers = rules.map(({ name }) => Number(name.slice('R-'.length)))
    expect(numbers).toStrictEqual([...new Set(numbers)].sort((a, b) => a - b))
  })

  it.each(rules)('$name is a sentence with a public source', ({ sentence, sources }) => {
    expect(sentence).toMatch(/^\S.{20,}\.$/)
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources) expect(addresses.get(source)).toMatch(/^https:\/\//)
  })
})
