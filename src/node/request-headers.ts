import type { IncomingMessage } from 'node:http'

/**
 * The value of a header, of a repeated one all values. `headers` keeps only the first of some, and `headersDistinct` would be made for
 * all. Some foreign request objects have nothing in `rawHeaders`.
 */
export function headerOf(
  { rawHeaders, headers }: Partial<IncomingMessage>,
  name: string,
): string | null {
  if (!rawHeaders?.length) {
    const value = headers?.[name]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  }
  let found: string | null = null
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const given = rawHeaders[index] as string
    if (given.length !== name.length || given.toLowerCase() !== name) continue
    const value = rawHeaders[index + 1] as string
    found = found === null ? value : `${found}, ${value}`
  }
  return found
}

/** Whether a request came over HTTP/2, through the compatibility API of `node:http2`. */
export function isHttp2({ httpVersionMajor }: IncomingMessage): boolean {
  return httpVersionMajor > 1
}
