import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Imports an entry of the `ncco-jsx` that the project of a file has; `undefined` if it has none. */
export async function importFrom(
  file: string,
  entry: string,
): Promise<Record<string, unknown> | undefined> {
  let path: string
  try {
    path = createRequire(file).resolve(entry)
  } catch {
    return undefined
  }
  // The ES module beside it, which ES modules of the project import too.
  return import(pathToFileURL(path.replace(/\.cjs$/, '.js')).href)
}
