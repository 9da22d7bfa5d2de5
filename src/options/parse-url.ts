/**
 * A URL; `undefined` for a text that is not a URL. Use it instead of `canParse`, which in Node 20 refuses a host with a letter such as ü
 * after some thousand calls.
 */
export function parseUrl(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
