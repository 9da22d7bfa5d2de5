import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { installTools } from '../scripts/tools'

const folder = installTools('bench')

/** Loads what the benchmarks compare with, which is installed apart from the project. */
export const requireTool = createRequire(join(folder, 'package.json'))

/** The folder of a package that the benchmarks compare with. */
export function toolFolder(name: string): string {
  return join(folder, 'node_modules', name)
}

/** The versions of some of them, by their names. */
export function versionsOf(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const manifest = JSON.parse(readFileSync(join(toolFolder(name), 'package.json'), 'utf8'))
      return [name, manifest.version]
    }),
  )
}
