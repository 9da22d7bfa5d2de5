import { realpathSync } from 'node:fs'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, parse, relative, resolve, sep } from 'node:path'
import { notSaved } from './problems'
import type { Problem } from './protocol'

/** The absolute path of a file of the project; `undefined` for one that is not below its folder. */
export function pathIn(folder: string, file: string): string | undefined {
  const path = resolve(folder, file)
  const isBelow = (path: string) => path.startsWith(realpathSync(folder) + sep)
  return isBelow(path) && isBelow(realPath(path)) ? path : undefined
}

/** Follows the links of the nearest folder that is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return join(realPath(dirname(path)), parse(path).base)
  }
}

/** Saves a test as a new file of the project. Returns its path from the folder, which has a number if the name is taken. */
export async function saveIn(
  folder: string,
  file: string,
  text: string,
): Promise<string | Problem> {
  // Whoever has the page can save, so no file that something else reads.
  if (!/\.test\.tsx?$/.test(file)) return notSaved('its name does not end in .test.ts')
  if (pathIn(folder, file) === undefined) return notSaved('it is not in the folder of the project')
  try {
    for (let number = 1; ; number++) {
      const path = pathIn(folder, number === 1 ? file : numbered(file, number))
      if (path === undefined) return notSaved('it is not in the folder of the project')
      if (await exists(path)) continue
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text, { flag: 'wx' })
      return relative(folder, path)
    }
  } catch (error) {
    return notSaved((error as NodeJS.ErrnoException).code ?? String(error))
  }
}

/** `calls/sales.test.ts` becomes `calls/sales-2.test.ts`. */
function numbered(file: string, number: number): string {
  const { dir, base } = parse(file)
  const [name, ...extensions] = base.split('.')
  return join(dir, [`${name}-${number}`, ...extensions].join('.'))
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
