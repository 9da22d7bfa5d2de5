import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../examples/', import.meta.url))

/** The example flows of the repository. */
export function exampleNames(): string[] {
  return readdirSync(folder).filter((name) => existsSync(`${folder}${name}/flow.tsx`))
}

/** The files of an example: the flow, what it imports, and the tests. */
export function filesOf(name: string): string[] {
  const rank = (file: string) => (file === 'flow.tsx' ? 0 : file.includes('.test.') ? 2 : 1)
  return readdirSync(`${folder}${name}`).sort((a, b) => rank(a) - rank(b))
}

/** What the list of examples says about one. */
export function describeExample(name: string): string {
  const rows = readFileSync(`${folder}README.md`, 'utf8').split('\n')
  const row = rows.find((line) => line.startsWith(`| [${name}](`))
  if (!row) throw new Error(`examples/README.md has no row for ${name}.`)
  return row.split('|')[2]?.trim() ?? ''
}
