import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

// What most apps import. A process that waits for one has the time to load it.
const usual = ['ncco-jsx', 'ncco-jsx/jsx-dev-runtime', 'ncco-jsx/serve', 'ncco-jsx/dialog']

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

/** Loads what the app of this file will most likely import. */
export async function preload(file: string): Promise<void> {
  for (const entry of usual) await importFrom(file, entry).catch(() => undefined)
  // Node loads what is behind them when they are first used.
  await new Response(new Request('http://localhost/').url).text()
}
