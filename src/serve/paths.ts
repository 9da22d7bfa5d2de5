import { serveError } from './errors'

/** Throws for what is no path below which, or at which, webhooks can arrive. */
export function checkPath(path: unknown, what: string): asserts path is string {
  if (typeof path === 'string' && /^(?:\/[\w.~!$&'()*+,;=:@%-]+)+$/.test(path)) return
  throw serveError('bad-path', { what })
}
