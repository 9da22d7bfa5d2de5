import { serveError } from './errors'
import type { Incoming } from './incoming'
import type { Content } from './request'
import { isObject } from './webhooks/fields'
import type { Fields } from './webhooks/recognise'

/** The parameter of a link that holds its seal. */
export const sealParameter = 'sealed'

/** Reads a request up to its payload. HEAD is read as GET. */
export async function receiveContent(
  incoming: Incoming,
  url: URL,
  maxBody: number,
): Promise<Content> {
  const query = toFields(url.searchParams)
  const { method } = incoming
  if (method === 'GET' || method === 'HEAD') {
    const payload = { query: url.searchParams, own: sealParameter }
    return { payload, query, parse: () => query }
  }
  if (method !== 'POST') throw serveError('unknown-method', { path: url.pathname })
  const type = incoming.header('content-type') ?? ''
  if (!/^application\/(?:[\w.-]+\+)?json[\t ]*(?:;|$)/i.test(type)) {
    throw serveError('unsupported-type', {})
  }
  const body = await readBody(incoming, maxBody)
  return { payload: { body }, query, parse: () => parseBody(body) }
}

async function readBody(incoming: Incoming, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(incoming.header('content-length')) > limit) {
    throw serveError('body-too-large', { limit })
  }
  const body = await incoming.body(limit).catch((cause: unknown) => {
    throw serveError('body-not-json', {}, { cause })
  })
  if (!body) throw serveError('body-already-read', {})
  if (body.byteLength > limit) throw serveError('body-too-large', { limit })
  return body
}

function parseBody(body: Uint8Array): Fields {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
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
