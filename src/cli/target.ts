import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createVoiceApp, type VoiceAppOptions } from 'ncco-jsx/serve'
import type { CallTarget } from 'ncco-jsx/simulate'

/** The target of a call, or the reason why it cannot be called. */
export type Target = { readonly value: CallTarget } | { readonly problem: string }

// For the dialogs of a component. Its links do not leave this process.
const secret = 'x'.repeat(32)

/** Reads a target: a URL, or a module whose default export is an app, a flow component or an NCCO. */
export async function loadTarget(named: string): Promise<Target> {
  if (/^https?:\/\//.test(named)) return { value: named }
  const file = resolve(named)
  if (/(?:ts|tsx|jsx)$/.test(file)) await registerTsx()
  let exported: unknown
  try {
    exported = defaultOf(await import(pathToFileURL(file).href))
  } catch (error) {
    return { problem: problemOf(error, named, file) }
  }
  if (!['function', 'object', 'string'].includes(typeof exported)) {
    const wrong =
      exported === undefined
        ? 'has no default export'
        : `has a ${typeof exported} as its default export`
    const remedy = 'Write export default before the app, the flow component or the NCCO.'
    return { problem: `${named} ${wrong}. ${remedy}` }
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

/** The default export of a module, also of one that was compiled to CommonJS. */
function defaultOf({ default: exported }: { readonly default?: unknown }): unknown {
  const compiled = exported as
    | { readonly __esModule?: true; readonly default?: unknown }
    | undefined
  return compiled?.__esModule ? compiled.default : exported
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
  if (code === 'ERR_MODULE_NOT_FOUND' && url === pathToFileURL(file).href)
    return `There is no module ${named}. Name a URL, such as http://localhost:3000/answer, or a file.`
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION')
    return `Node cannot import ${named} by itself. Install tsx, which is then used: npm install --save-dev tsx`
  return `${named} cannot be imported: ${stack ?? String(error)}`
}
