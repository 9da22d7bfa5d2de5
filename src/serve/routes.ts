import { nearest } from '../issues/nearest'
import type { Astray } from './astray'
import type { Configuration } from './configuration'
import { serveError } from './errors'
import type { AnyHook } from './hook'
import type { WebhookKind } from './webhooks'

/** What answers at one path. */
export interface Route {
  /** The webhooks that arrive there. */
  readonly kinds: readonly WebhookKind[]
  /** Absent: everything is accepted and let go. */
  readonly handler: ((props: never) => unknown) | undefined
  /** The hook, if it is one. */
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

// Kept also where an app has no fallback, so that one can be given to it later.
const ownPaths = ['/answer', '/fallback', '/event']

/** Every path of the app, below its base path. */
export function makeRoutes({
  answer,
  fallback,
  event,
  hooks,
}: Pick<Configuration, 'answer' | 'fallback' | 'event' | 'hooks'>): Map<string, Route> {
  const routes = new Map<string, Route>()
  routes.set('/answer', { kinds: ['answer'], handler: answer })
  if (fallback) routes.set('/fallback', { kinds: ['fallback'], handler: fallback })
  routes.set('/event', { kinds: atEventUrl, handler: event })
  for (const hook of new Set<AnyHook>(hooks)) {
    const { kind, path, handler } = hook
    if (ownPaths.includes(path) || routes.has(path)) {
      throw serveError('path-taken', { path, by: ownerOf(path) })
    }
    routes.set(path, { kinds: [kind], handler: named(handler, path), hook })
  }
  return routes
}

/** What answers at the path of a URL. */
export function routeAt(
  routes: ReadonlyMap<string, Route>,
  basePath: string,
  path: string,
): Route | undefined {
  return path.startsWith(basePath) ? routes.get(path.slice(basePath.length)) : undefined
}

/** What a path that is none of the app's is close to. */
export function findMeant(
  routes: ReadonlyMap<string, Route>,
  basePath: string,
  path: string,
): Astray {
  const paths = [...routes.keys()]
  const [first, ...others] = paths.filter((below) => path.endsWith(below))
  if (first !== undefined) {
    const below = others.reduce((a, b) => (b.length > a.length ? b : a), first)
    return { basePath, meant: [basePath + below], prefix: path.slice(0, -below.length) }
  }
  const whole = paths.map((below) => basePath + below)
  const close = nearest(path, whole)
  return { basePath, meant: close === undefined ? whole : [close], prefix: undefined }
}

/** What has a path that is taken, for messages. */
export function ownerOf(path: string): string {
  return ownPaths.includes(path) ? `the app's own ${path}` : 'another hook'
}

/** A handler that messages can name: most are written as arrow functions in place. */
function named(handler: AnyHook['handler'], path: string): AnyHook['handler'] {
  if (handler.name !== '') return handler
  return Object.assign((props: never) => handler(props), { displayName: path })
}
