import { andThen, attempt, type MaybePromise } from '../element/maybe-promise'
import { serveError } from './errors'
import type { Incoming } from './incoming'
import type { Content } from './request'
import { isObject } from './webhooks/fields'
import type { Fields } from './webhooks/recognise'

/** The parameter of a link that holds its seal. */
export const sealParameter = 'sealed'

/** Reads a request up to its payload. HEAD is read as GET. */
export function receiveContent(
  incoming: Incoming,
  url: URL,
  maxBody: number,
): MaybePromise<Content> {
  const { query, sealed } = readQuery(url)
  const { method } = incoming
  if (method === 'GET' || method === 'HEAD') {
    const payload = { query: url.searchParams, own: sealParameter }
    return { payload, query, sealed, parse: () => query }
  }
  if (method !== 'POST') throw serveError('unknown-method', { path: url.pathname })
  const type = incoming.header('content-type') ?? ''
  if (!/^application\/(?:[\w.-]+\+)?json[\t ]*(?:;|$)/i.test(type)) {
    throw serveError('unsupported-type', {})
  }
  return andThen(readBody(incoming, maxBody), (body) => {
    if (!body) throw serveError('body-already-read', {})
    if (body.byteLength > maxBody) throw serveError('body-too-large', { limit: maxBody })
    return { payload: { body }, query, sealed, parse: () => parseBody(body) }
  })
}

/** The query of most links of an app, which holds only a seal. */
const onlySeal = new RegExp(`^\\?${sealParameter}=([\\w.-]*)$`)

/** The query without the seal, and the seal. A long seal is not decoded as a parameter, which would take longer than to open it. */
function readQuery(url: URL): Pick<Content, 'query' | 'sealed'> {
  const { search } = url
  if (search === '') return { query: {}, sealed: undefined }
  const sealed = onlySeal.exec(search)?.[1]
  if (sealed !== undefined) return { query: {}, sealed }
  const { searchParams } = url
  return { query: toFields(searchParams), sealed: searchParams.get(sealParameter) ?? undefined }
}

function readBody(
  incoming: Incoming,
  limit: number,
): MaybePromise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(incoming.header('content-length')) > limit) {
    throw serveError('body-too-large', { limit })
  }
  return attempt(
    () => incoming.body(limit),
    (cause) => {
      throw serveError('body-not-json', {}, { cause })
    },
  )
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function parseBody(body: Uint8Array): Fields {
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(body))
  } catch {
    // The cause would quote the payload.
    throw serveError('body-not-json', {})
  }
  return isObject(value) ? value : {}
}

/** If a name is repeated, the first wins: a link's own parameters precede those that Vonage appends. */
function toFields(query: URLSearchParams): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const [name, value] of query) {
    if (name !== sealParameter && !Object.hasOwn(fields, name)) fields[name] = value
  }
  return fields
}
