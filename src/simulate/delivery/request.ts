import { andThen, type MaybePromise } from '../../element/maybe-promise'
import type { Incoming } from '../../serve/incoming'
import { payloadOf, type Sign } from './signing'

/** A webhook as a request needs it. */
export interface Payload {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly fields: object
}

/** An HTTP request that is not sent yet. The names of its headers are in small letters. */
export interface Outgoing {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** The time of the platform, in milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Writes a webhook as a request, signed if `sign` is given.
 *
 * @throws TypeError for a URL that cannot be fetched
 */
export function toOutgoing(
  { url, method, fields }: Payload,
  sign: Sign | undefined,
  now: () => number,
): MaybePromise<Outgoing> {
  const whole = new URL(url)
  const credentials = takeCredentials(whole)
  const basic = credentials === undefined ? {} : { authorization: `Basic ${credentials}` }
  const signed = (headers: Outgoing['headers'], payload: string, body?: string) => {
    const outgoing = { url: whole.href, method, body, now }
    if (!sign) return { ...outgoing, headers }
    return andThen(sign(payload), (authorization) => ({
      ...outgoing,
      headers: { ...headers, authorization },
    }))
  }
  if (method === 'POST') {
    const body = JSON.stringify(fields)
    return signed({ ...basic, 'content-type': 'application/json' }, body, body)
  }
  // Not in `whole.searchParams`, which would write the URL anew with each field.
  const query = new URLSearchParams(whole.search)
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    query.append(name, inQuery(value))
  }
  whole.search = query.toString()
  return signed(basic, sign ? payloadOf(query) : '')
}

// `fromRequest` of ncco-jsx/serve reads this property.
const clock = Symbol.for('ncco-jsx.clock')

/** The request for `fetch`, and for handlers that take a `Request`. */
export function toRequest({ url, method, headers, body, now }: Outgoing): Request {
  const request = new Request(url, { method, headers, ...(body !== undefined && { body }) })
  // An app in memory goes by the clock of the platform where it asks for the time.
  return Object.defineProperty(request, clock, { value: now })
}

/** The request for an app of ours, which needs no `Request`. */
export function toIncoming({ url, method, headers, body = '', now }: Outgoing): Incoming {
  return {
    method,
    url,
    header: (name) => headers[name.toLowerCase()] ?? null,
    body: () => encoder.encode(body),
    now,
  }
}

const encoder = new TextEncoder()

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
