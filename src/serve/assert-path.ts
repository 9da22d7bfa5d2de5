import { serveError } from './errors'

/** Throws for a value that is not a path at which, or below which, webhooks can arrive. */
export function assertPath(path: unknown, what: string): asserts path is string {
  const why = typeof path === 'string' ? faultOf(path) : 'it is not a text'
  if (why === undefined) return
  const shown = typeof path === 'string' ? path : undefined
  throw serveError('bad-path', { what, path: shown, why })
}

/** Why nothing arrives at a path, or not only at this path. */
function faultOf(path: string): string | undefined {
  if (!path.startsWith('/')) return 'it does not start with a slash'
  if (path.endsWith('/')) return 'it ends with a slash'
  if (path.includes('//')) return 'it has two slashes in a row'
  if (/[?#]/.test(path)) return 'it has a query or a fragment'
  // Other routers fill placeholders; here they would stay as written.
  if (/\/[:{[]/.test(path)) return 'it has a placeholder, which paths of hooks do not take'
  if (/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) return 'it has a part that is . or ..'
  const arriving = new URL(path, 'http://host').pathname
  if (arriving !== path) return `it arrives as ${arriving}`
  return /^[\w.~!$&'()*+,;=:@%/-]+$/.test(path)
    ? undefined
    : 'it has a character that a URL encodes'
}
