import { parseUrl } from '../options/parse-url'
import type { Incoming } from './incoming'

/**
 * Reads the URL of a request. Returns `undefined` for a text that is not a URL, and for one that `URL` would repair (a backslash, `..`,
 * a tab, a host such as `127.1`): the app would serve another URL than the one that was asked for.
 */
export function readRequestUrl(text: string): URL | undefined {
  const [, host = '', path = '/'] = /^https?:\/\/([^/?#\\]*)([^?#]*)/i.exec(text) ?? []
  if (!isHost(host) || /[\0-\x20]/.test(text) || /\\|\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) {
    return undefined
  }
  const url = parseUrl(text)
  return url?.hostname === host.toLowerCase().replace(/:\d*$/, '') ? url : undefined
}

/** Whether a text has the form of a `Host` header: a name or an address, and perhaps a port. */
export function isHost(text: string): boolean {
  return /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(text)
}

/** The origin that a request was sent to; behind a trusted proxy, the origin that the proxy was asked for. */
export function requestOrigin(incoming: Incoming, url: URL, trustProxy: boolean): string {
  if (!trustProxy) return url.origin
  const protocol = first(incoming.header('x-forwarded-proto')) ?? url.protocol.slice(0, -1)
  const host = first(incoming.header('x-forwarded-host')) ?? url.host
  const isOrigin = /^https?$/.test(protocol) && isHost(host)
  return (isOrigin && readRequestUrl(`${protocol}://${host}/`)?.origin) || url.origin
}

function first(header: string | null): string | undefined {
  return header?.split(',')[0]?.trim()
}
