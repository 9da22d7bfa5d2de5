import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { andThen, isPending, type MaybePromise } from '../element/maybe-promise'
import type { Incoming } from '../serve/incoming'
import type { Reply } from '../serve/reply'
import { isHost } from '../serve/request-url'
import { NodeBody, type ParsedRequest } from './body'

/** Answers a request of Node. It never rejects. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An app, or the REST side of a simulated platform. */
interface NodeApp {
  respond(this: void, incoming: Incoming): MaybePromise<NodeReply>
}

/** A response whose body may be a stream. */
interface NodeReply extends Omit<Reply, 'body'> {
  readonly body: Reply['body'] | ReadableStream<Uint8Array>
}

/**
 * Makes an app a handler for `node:http`, Express and Fastify.
 *
 * The app reads the body itself, because a signature covers its bytes. A body parser that comes before it must keep them, as `rawBody`
 * of the request.
 *
 * @example
 * ```tsx
 * const server = createServer(toNodeHandler(app))
 * ```
 */
export function toNodeHandler(app: NodeApp): NodeHandler {
  return (request, response) => {
    const written = andThen(app.respond(toIncoming(request)), (reply) => {
      // The caller may have gone away meanwhile.
      if (!response.headersSent && !response.destroyed) return write(reply, request, response)
    })
    return isPending(written) ? written : done
  }
}

const done = Promise.resolve()

function toIncoming(request: NodeRequest): Incoming {
  const body = new NodeBody(request)
  return {
    method: request.method ?? 'GET',
    url: urlOf(request),
    header(name) {
      return headerOf(request, name)
    },
    body: (limit) => body.read(limit),
    abandonBody() {
      body.abandon()
    },
  }
}

/**
 * The value of a header, of a repeated one all values. `headers` keeps only the first of some, and `headersDistinct` would be made for
 * all. Some foreign request objects have nothing in `rawHeaders`.
 */
function headerOf({ rawHeaders, headers }: Partial<IncomingMessage>, name: string): string | null {
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

/**
 * The absolute URL, or '' (refused) if the request names none. Express strips the mount path from `url` and keeps it in `originalUrl`.
 */
function urlOf(request: NodeRequest): string {
  const { url: target = '/', originalUrl = target, socket } = request
  if (/^https?:\/\//i.test(originalUrl)) return originalUrl
  const host = hostOf(request)
  // A host that holds a slash or a question mark would serve another path than the one that was asked for.
  if (!originalUrl.startsWith('/') || !isHost(host)) return ''
  const scheme = 'encrypted' in socket ? 'https' : 'http'
  return `${scheme}://${host}${originalUrl}`
}

/** The host that the request names, or '' if it names several. */
function hostOf(request: NodeRequest): string {
  const host = headerOf(request, 'host')
  // HTTP/2 has this instead of Host.
  const authority = request.headers[':authority']
  if (typeof authority !== 'string') return host ?? 'localhost'
  return host === null || host === authority ? authority : ''
}

function write(
  { status, headers, body }: NodeReply,
  request: NodeRequest,
  response: ServerResponse & { readonly stream?: Http2Stream },
): MaybePromise<void> {
  const isText = typeof body === 'string'
  const isHttp2 = request.httpVersionMajor > 1
  const all: OutgoingHttpHeaders = { ...headers }
  if (isText) all['content-length'] = Buffer.byteLength(body)
  const isUnread = !request.complete && hasBody(request)
  // The rest of the body is not awaited: HTTP/1 closes the connection after the answer, HTTP/2 the stream.
  if (isUnread && !isHttp2) all.connection = 'close'
  response.writeHead(status, all)
  if (body !== null && !isText) return pipe(body, response)
  response.end(body)
  if (!request.complete && isHttp2 && !response.stream?.endAfterHeaders) {
    response.stream?.close(noError)
  }
}

/** Whether a request announces a body (RFC 9112, section 6.3). One without is answered before Node calls it complete. */
function hasBody({ headers }: NodeRequest): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

/** Sends a stream as fast as the connection takes it. */
async function pipe(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (response.destroyed) return reader.cancel()
    if (response.write(part.value)) continue
    await drained(response)
  }
  response.end()
}

/** Settles when a connection takes more, or is closed. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      response.off('drain', goOn).off('close', goOn)
      resolve()
    }
    response.on('drain', goOn).on('close', goOn)
  })
}

/** A request of Node, or of a framework that adds to it. */
type NodeRequest = ParsedRequest & { readonly originalUrl?: string }

/** As far as it is needed of a stream of `node:http2`. */
interface Http2Stream {
  /** Whether the request has no body. */
  readonly endAfterHeaders: boolean
  /** Sends RST_STREAM once the response was sent. */
  close(code: number): void
}

/** NGHTTP2_NO_ERROR: the response is complete, and the rest of the request is not needed (RFC 9113, section 8.1). */
const noError = 0
