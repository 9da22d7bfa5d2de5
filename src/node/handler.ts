import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { andThen, isPending, type MaybePromise } from '../element/maybe-promise'
import type { Incoming } from '../serve/incoming'
import type { Reply } from '../serve/reply'
import { isHost } from '../serve/request-url'
import { NodeBody, type ParsedRequest } from './body'
import { headerOf, isHttp2 } from './request-headers'

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
    const body = new NodeBody(request)
    const written = andThen(body.arrive(), () =>
      andThen(app.respond(toIncoming(request, body)), (reply) => {
        // The caller may have gone away meanwhile.
        if (!response.headersSent && !response.destroyed) return write(reply, body, response)
      }),
    )
    return isPending(written) ? written : done
  }
}

const done = Promise.resolve()

function toIncoming(request: NodeRequest, body: NodeBody): Incoming {
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
  // HTTP/2 has this instead of Host. For HTTP/1, Node would have to make an object of all headers.
  const authority = isHttp2(request) ? request.headers[':authority'] : undefined
  if (typeof authority !== 'string') return host ?? 'localhost'
  return host === null || host === authority ? authority : ''
}

function write(
  { status, headers, body }: NodeReply,
  requestBody: NodeBody,
  response: ServerResponse & { readonly stream?: Http2Stream },
): MaybePromise<void> {
  const isText = typeof body === 'string'
  // The length comes first: V8 takes more than a microsecond to add a key to a spread copy.
  const all: OutgoingHttpHeaders = isText
    ? { 'content-length': Buffer.byteLength(body), ...headers }
    : { ...headers }
  // The rest of the body is not awaited: HTTP/1 closes the connection after the answer, HTTP/2 the stream.
  const isUnread = requestBody.isExpected
  if (isUnread && !response.stream) all.connection = 'close'
  response.writeHead(status, all)
  if (body !== null && !isText) return pipe(body, response)
  response.end(body)
  if (isUnread && !response.stream?.endAfterHeaders) response.stream?.close(noError)
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
