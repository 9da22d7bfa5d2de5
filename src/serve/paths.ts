import { serveError } from './errors'

/** Throws for what is no path below which, or at which, webhooks can arrive. */
export function checkPath(path: unknown, what: string): asserts path is string {
  if (typeof path === 'string' && /^(?:\/[\w.~!$&'()*+,;=:@%-]+)+$/.test(path) && isFinal(path))
    return
  throw serveError('bad-path', { what })
}

/** Whether it arrives as it is: of `/a/../b` only `/b` does. */
function isFinal(path: string): boolean {
  return new URL(path, 'http://host').pathname === path
}
