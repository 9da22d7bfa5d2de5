import type { Configuration } from './configuration'
import { serveError } from './errors'
import type { AnyHook } from './hook'
import type { WebhookKind } from './webhooks'

/** A path of an app and its handler. */
export interface Route {
  /** Below the base path of the app. */
  readonly path: string
  /** The webhooks that arrive there. */
  readonly kinds: readonly WebhookKind[]
  /** Absent: every webhook is accepted and ignored. */
  readonly handler: ((props: never) => unknown) | undefined
  /** The hook, if it is the path of one. */
  readonly hook?: AnyHook
}

const atEventUrl: readonly WebhookKind[] = [
  'event',
  'input',
  'notify',
  'record',
  'transcribed',
  'transfer',
  'error',
]

// Reserved also in an app without a fallback, so that one can be added later.
const ownPaths = ['/answer', '/fallback', '/event']

/** The routes of an app. */
export class Routes {
  readonly basePath: string
  readonly #routes = new Map<string, Route>()

  /** @throws ServeError `path-taken` */
  constructor({
    basePath,
    answer,
    fallback,
    event,
    hooks,
  }: Pick<Configuration, 'basePath' | 'answer' | 'fallback' | 'event' | 'hooks'>) {
    this.basePath = basePath
    this.#add({ path: '/answer', kinds: ['answer'], handler: answer })
    if (fallback) this.#add({ path: '/fallback', kinds: ['fallback'], handler: fallback })
    this.#add({ path: '/event', kinds: atEventUrl, handler: event })
    for (const hook of new Set<AnyHook>(hooks)) {
      const { kind, path, handler } = hook
      if (ownPaths.includes(path) || this.#routes.has(path)) {
        throw serveError('path-taken', { path, by: ownerOf(path) })
      }
      this.#add({ path, kinds: [kind], handler: named(handler, path), hook })
    }
  }

  /** Every path, below the base path. */
  get paths(): readonly string[] {
    return [...this.#routes.keys()]
  }

  /** The route at the path of a URL. */
  at(pathname: string): Route | undefined {
    const { basePath } = this
    return pathname.startsWith(basePath) ? this.below(pathname.slice(basePath.length)) : undefined
  }

  /** The route at a path below the base path. */
  below(path: string): Route | undefined {
    return this.#routes.get(path)
  }

  #add(route: Route): void {
    this.#routes.set(route.path, route)
  }
}

/** The owner of a taken path, for messages. */
export function ownerOf(path: string): string {
  return ownPaths.includes(path) ? `the app's own ${path}` : 'another hook'
}

/** A handler with a name for messages: most are arrow functions without one. */
function named(handler: AnyHook['handler'], path: string): AnyHook['handler'] {
  if (handler.name !== '') return handler
  return Object.assign((props: never) => handler(props), { displayName: `hook at ${path}` })
}
