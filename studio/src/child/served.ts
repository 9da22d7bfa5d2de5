import type { ModuleExport } from '../protocol'
import type { NotLoadedReason } from './messages'

/** Answers requests. */
export type Handler = (request: Request) => Response | Promise<Response>

/** What a module serves, or why it serves nothing. */
export type Served =
  | {
      readonly exports: ModuleExport
      readonly handler: Handler
      /** The path of the answer URL, if the app tells it. */
      readonly answerPath?: string | undefined
    }
  | { readonly reason: NotLoadedReason }

/** As far as it serves components and elements. Copies of the package know each other's elements. */
export type CreateVoiceApp = (options: object) => { fetch: Handler }

/**
 * Makes a handler of the default export of a module: an app, a flow component, or an NCCO.
 *
 * @param findCreateVoiceApp finds the function of the `ncco-jsx` that the module uses
 */
export async function serveDefault(
  module: object,
  secret: string,
  findCreateVoiceApp: () => Promise<CreateVoiceApp | undefined>,
): Promise<Served> {
  const exported = await defaultOf(module as { readonly default?: unknown })
  if (exported === undefined) return { reason: { kind: 'without-default' } }
  if (hasFetch(exported)) {
    const handler: Handler = (request) => exported.fetch(request)
    return { exports: 'app', handler, answerPath: exported[answerPath] }
  }
  if (isPlainNcco(exported)) return serveNcco(exported)
  const isComponent = typeof exported === 'function'
  if (!isComponent && !isNode(exported)) {
    return { reason: { kind: 'other-default', found: kindOf(exported) } }
  }
  const createVoiceApp = await findCreateVoiceApp()
  if (!createVoiceApp) return { reason: { kind: 'without-package' } }
  const answer = isComponent ? exported : () => exported
  const app = createVoiceApp({ answer, secret, signature: false })
  const handler: Handler = (request) => app.fetch(request)
  if (isComponent) return { exports: 'component', handler }
  return {
    exports: 'ncco',
    handler: (request) => (isAnswerUrl(request) ? handler(request) : ignored()),
  }
}

/** The default export, also of a module that was compiled to CommonJS. */
function defaultOf({ default: exported }: { readonly default?: unknown }): unknown {
  const compiled = exported as
    | { readonly __esModule?: true; readonly default?: unknown }
    | undefined
  return compiled?.__esModule ? compiled.default : exported
}

/** The name by which an app of `createVoiceApp` tells where it answers calls, which is below its `basePath`. */
const answerPath = Symbol.for('ncco-jsx.answer-path')

function hasFetch(value: unknown): value is { fetch: Handler; [answerPath]?: string } {
  return typeof (value as { fetch?: unknown } | null)?.fetch === 'function'
}

// Every copy of `ncco-jsx` marks its elements with it.
const element = Symbol.for('ncco-jsx.element')

function isElement(value: unknown): boolean {
  return (value as { $$typeof?: unknown } | null)?.$$typeof === element
}

function isNode(value: unknown): boolean {
  return isElement(value) || (Array.isArray(value) && value.some(isElement))
}

function isPlainNcco(value: unknown): value is object[] {
  return Array.isArray(value) && !isNode(value)
}

/** Answers with the NCCO where a call is answered, and with nothing everywhere else. */
export function serveNcco(ncco: readonly object[]): Served {
  const handler: Handler = (request) => (isAnswerUrl(request) ? Response.json(ncco) : ignored())
  return { exports: 'ncco', handler }
}

function isAnswerUrl({ url }: Request): boolean {
  return new URL(url).pathname === '/answer'
}

/** What an NCCO by itself answers to webhooks of its actions. */
function ignored(): Response {
  return new Response(null, { status: 204 })
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  // In CommonJS so is that of a module that exports nothing yet.
  if (typeof value === 'object' && Object.keys(value).length === 0) return 'empty'
  return typeof value === 'object' ? 'an object without a fetch' : `a ${typeof value}`
}
