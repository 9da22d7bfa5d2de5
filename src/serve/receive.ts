import { defaultMaxBody } from './configuration'
import { type ServeError, serveError } from './errors'
import { fromRequest, type Incoming } from './incoming'
import type { Webhook } from './props'
import type { Payload } from './signature'
import { SipHeaders, textOf } from './sip-headers'
import type { WebhookKind } from './webhooks'
import { isObject } from './webhooks/fields'
import { type Fields, recognise } from './webhooks/recognise'

/** The parameter of a link that holds its sealed params. */
export const sealedParameter = 'sealed'

/** A request with its payload, not yet trusted. */
export interface Arrived {
  readonly payload: Payload
  /** What the URL has of its own, and of a GET its fields. */
  readonly query: Readonly<Record<string, string>>
  /** Parses the payload; only then is it looked at. */
  readonly fields: () => Fields
}

/** Reads a request up to its payload. HEAD is read as GET. */
export async function arrive(incoming: Incoming, url: URL, limit: number): Promise<Arrived> {
  const query = toFields(url.searchParams)
  const { method } = incoming
  if (method === 'GET' || method === 'HEAD') {
    const payload = { query: url.searchParams, own: sealedParameter }
    return { payload, query, fields: () => query }
  }
  if (method !== 'POST') throw serveError('unknown-method', { path: url.pathname })
  const type = incoming.header('content-type') ?? ''
  if (!/^application\/(?:[\w.-]+\+)?json[\t ]*(?:;|$)/i.test(type)) {
    throw serveError('unsupported-type', {})
  }
  const body = await readBody(incoming, limit)
  return { payload: { body }, query, fields: () => parseBody(body) }
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

// The first of several with one name: what stands in the URL of a link comes before what Vonage adds.
function toFields(query: URLSearchParams): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {}
  for (const [name, value] of query) {
    if (name !== sealedParameter && !Object.hasOwn(fields, name)) fields[name] = value
  }
  return fields
}

/** The webhook of a request, as the props of its component. */
export function toWebhook(
  { query, fields: read }: Arrived,
  { pathname: path }: URL,
  expected: readonly WebhookKind[] | undefined,
  params?: unknown,
): Webhook {
  const fields = read()
  const recognised = recognise(fields, expected?.length === 1 ? expected[0] : undefined)
  const { kind } = recognised
  if (kind === undefined || (expected && !expected.includes(kind))) {
    throw unexpected(path, expected, kind, [])
  }
  if ('wrongFields' in recognised) throw unexpected(path, expected, kind, recognised.wrongFields)
  // The object is the recogniser's own copy.
  const props: Record<string, unknown> = recognised.webhook as object as Record<string, unknown>
  for (const name in fields) {
    if (name.startsWith('SipHeader_')) props[name] = textOf(fields[name])
  }
  props.kind = kind
  props.fields = fields
  props.query = query
  props.sipHeaders = new SipHeaders(fields)
  props.params = params
  // The recogniser read the fields of this very kind, which the compiler cannot follow through a table of kinds.
  return props as unknown as Webhook
}

function unexpected(
  path: string,
  expected: readonly WebhookKind[] | undefined,
  found: WebhookKind | undefined,
  fields: readonly string[],
): ServeError {
  const only = expected?.length === 1 ? `the ${expected[0]} webhook` : 'a webhook of a call'
  return serveError('unexpected-webhook', { path, expected: only, found, fields })
}

/**
 * Reads the webhook of a request, for those who bring their own router. `kind` tells which webhook it is. It
 * does not check the signature.
 *
 * @param request a GET or a POST, as Vonage sends it
 * @param options `maxBody`: how many bytes the body may have; 65,536 if absent
 * @throws ServeError whose `status` is the one to answer with, for what is no webhook
 * @example
 * ```tsx
 * const webhook = await parseWebhook(request)
 * if (webhook.kind === 'answer') return Response.json(render(<Answer {...webhook} />))
 * ```
 */
export async function parseWebhook(
  request: Request,
  { maxBody = defaultMaxBody }: { maxBody?: number | undefined } = {},
): Promise<Webhook> {
  const url = new URL(request.url)
  const arrived = await arrive(fromRequest(request), url, maxBody)
  return toWebhook(arrived, url, undefined)
}
