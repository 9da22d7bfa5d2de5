import { payloadOf, type Sign } from './signing'

/** A webhook as a request needs it. */
export interface Payload {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly fields: object
}

/**
 * Writes a webhook as a request, signed if `sign` is given.
 *
 * @throws TypeError for a URL that cannot be fetched
 */
export async function toRequest(
  { url, method, fields }: Payload,
  sign: Sign | undefined,
): Promise<Request> {
  const whole = new URL(url)
  const headers = new Headers()
  const credentials = takeCredentials(whole)
  if (credentials !== undefined) headers.set('authorization', `Basic ${credentials}`)
  if (method === 'POST') {
    const body = JSON.stringify(fields)
    headers.set('content-type', 'application/json')
    if (sign) headers.set('authorization', await sign(body))
    return new Request(whole, { method, headers, body })
  }
  // Not in `whole.searchParams`, which would write the URL anew with each field.
  const query = new URLSearchParams(whole.search)
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    query.append(name, inQuery(value))
  }
  whole.search = query.toString()
  if (sign) {
    headers.set('authorization', await sign(payloadOf(query)))
  }
  return new Request(whole, { headers })
}

/** Takes user name and password out of a URL, as HTTP clients do, for the header `Authorization: Basic`. */
function takeCredentials(url: URL): string | undefined {
  if (url.username === '' && url.password === '') return undefined
  const credentials = `${decoded(url.username)}:${decoded(url.password)}`
  url.username = ''
  url.password = ''
  return btoa(String.fromCharCode(...new TextEncoder().encode(credentials)))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function inQuery(value: unknown): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A URL for the timeline: without its query, which may hold sealed params, and without a password. */
export function shownUrl(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/^([a-z][a-z\d+.-]*:\/\/)[^/]*@/i, '$1')
}
