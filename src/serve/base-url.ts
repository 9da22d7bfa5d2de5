import { parseUrl } from '../options/parse-url'
import { serveError } from './errors'

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
    value: baseUrl,
    isSetting: true,
  })
}
