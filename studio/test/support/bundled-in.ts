import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The packages whose code is in these modules, by their source maps. */
export function bundledIn(folder: string): string[] {
  const maps = readdirSync(folder).filter((name) => name.endsWith('.js.map'))
  const sources = maps.flatMap(
    (name): string[] => JSON.parse(readFileSync(join(folder, name), 'utf8')).sources,
  )
  const names = sources.map(
    (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [],
  )
  return [...new Set(names.flat())].sort()
}
