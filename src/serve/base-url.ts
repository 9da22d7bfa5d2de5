import { serveError } from './errors'
import type { Incoming } from './incoming'

/** The public address of the app's server, without a slash at the end. */
export function readBaseUrl(baseUrl: unknown): string | undefined {
  if (baseUrl === undefined) return undefined
  const url = typeof baseUrl === 'string' ? parseUrl(baseUrl) : undefined
  // An empty query or fragment is only in `href`.
  if (url && /^https?:$/.test(url.protocol) && !/[?#]/.test(url.href)) {
    return url.href.replace(/\/+$/, '')
  }
  throw serveError('bad-option', {
    option: 'baseUrl',
    expected: 'an absolute URL such as "https://calls.example.com", without query and fragment',
    isSetting: true,
  })
}

/** The origin that a request was sent to; behind a trusted proxy, the origin that the proxy was asked for. */
export function requestOrigin(incoming: Incoming, url: URL, trustProxy: boolean): string {
  if (!trustProxy) return url.origin
  const protocol = first(incoming.header('x-forwarded-proto')) ?? url.protocol.slice(0, -1)
  const host = first(incoming.header('x-forwarded-host')) ?? url.host
  const forwarded = /^https?$/.test(protocol) ? parseUrl(`${protocol}://${host}/`) : undefined
  return forwarded?.pathname === '/' && !forwarded.search ? forwarded.origin : url.origin
}

function first(header: string | null): string | undefined {
  return header?.split(',')[0]?.trim()
}

/** A URL; `undefined` for a text that is not a URL. */
export function parseUrl(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
