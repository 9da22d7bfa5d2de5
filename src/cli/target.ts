import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createVoiceApp, type VoiceAppOptions } from 'ncco-jsx/serve'
import type { CallTarget } from 'ncco-jsx/simulate'

/** The target of a call, or the reason why it cannot be called. */
export type Target = { readonly value: CallTarget } | { readonly problem: string }

// For the dialogs of a component. Its links do not leave this process.
const secret = 'x'.repeat(32)

/** What a target is, for the help of the commands. */
export const targetDescription =
  'the answer URL of a running server, a module whose default export is an app, a flow component or an NCCO, or a JSON file with an NCCO'

/** What `--export` names, for the help of the commands. */
export const exportDescription = 'the export of the module that is called (default: default)'

/**
 * Reads a target: a URL, a module that exports an app, a flow component or an NCCO, or a JSON file with an NCCO.
 *
 * @param name of the export of a module
 */
export async function loadTarget(named: string, name = 'default'): Promise<Target> {
  if (/^https?:\/\//.test(named)) return { value: named }
  const file = resolve(named)
  if (file.endsWith('.json')) return readNcco(named, file)
  if (/(?:ts|tsx|jsx)$/.test(file)) await registerTsx()
  let exports: Exports
  try {
    exports = exportsOf(await import(pathToFileURL(file).href))
  } catch (error) {
    return { problem: problemOf(error, named, file) }
  }
  const exported = exports[name]
  if (!['function', 'object', 'string'].includes(typeof exported)) {
    const shown = name === 'default' ? 'default export' : `export ${name}`
    const wrong =
      exported === undefined ? `has no ${shown}` : `has a ${typeof exported} as its ${shown}`
    return { problem: `${named} ${wrong}. ${exportRemedy(exports)}` }
  }
  // A component is the answer of an app without hooks.
  const answer = exported as VoiceAppOptions['answer']
  const isComponent = typeof exported === 'function'
  return {
    value: isComponent
      ? createVoiceApp({ answer, secret, signature: false })
      : (exported as CallTarget),
  }
}

type Exports = Readonly<Record<string, unknown>>

/** The exports of a module, also of one that was compiled to CommonJS. */
function exportsOf(module: Exports): Exports {
  const compiled = module.default as Exports | undefined
  return compiled?.__esModule ? compiled : module
}

function exportRemedy(exports: Exports): string {
  const remedy = 'Write export default before the app, the flow component or the NCCO'
  const names = Object.keys(exports).filter(
    (name) => /^(?!default$|__)[\w$]+$/.test(name) && typeof exports[name] !== 'string',
  )
  if (names.length === 0) return `${remedy}.`
  return `${remedy}, or name an export with --export: ${names.join(', ')}.`
}

/** Reads a JSON file with an NCCO. */
async function readNcco(named: string, file: string): Promise<Target> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { problem: missing(named) }
  }
  if (Array.isArray(value)) return { value }
  const problem = `${named} has no NCCO, which is an array of actions in JSON. See what is wrong: npx ncco-jsx check ${named}`
  return { problem }
}

function missing(named: string): string {
  return `There is no module ${named}. Name a URL, such as http://localhost:3000/answer, or a file.`
}

/** Lets Node import TypeScript and JSX, if the project of the user has tsx. */
async function registerTsx(): Promise<void> {
  let loader: string
  try {
    loader = createRequire(resolve('package.json')).resolve('tsx')
  } catch {
    return
  }
  await import(pathToFileURL(loader).href)
}

function problemOf(error: unknown, named: string, file: string): string {
  const { code, url, stack } = error as NodeJS.ErrnoException & { url?: string }
  if (code === 'ERR_MODULE_NOT_FOUND' && url === pathToFileURL(file).href) return missing(named)
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION')
    return `Node cannot import ${named} by itself. Install tsx, which is then used: npm install --save-dev tsx`
  return `${named} cannot be imported: ${stack ?? String(error)}`
}
