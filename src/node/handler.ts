import type { IncomingMessage, ServerResponse } from 'node:http'
import type { VoiceApp } from '../serve/app'
import type { Incoming } from '../serve/incoming'
import type { Reply } from '../serve/reply'
import { type ParsedMessage, readBody } from './body'

/** Answers a request of Node. It never rejects. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Makes an app a handler for `node:http`, Express and Fastify.
 *
 * The app reads the body itself, because a signature is about its bytes. Where a body parser comes before it, the parser must keep
 * them, as `rawBody` of the request.
 *
 * @example
 * ```tsx
 * const server = createServer(toNodeHandler(app))
 * ```
 */
export function toNodeHandler(app: VoiceApp): NodeHandler {
  return async (request, response) => {
    const reply = await app.respond(toIncoming(request))
    // The caller may have gone away meanwhile.
    if (!response.headersSent && !response.destroyed) write(reply, request, response)
  }
}

function toIncoming(request: ParsedMessage & { readonly originalUrl?: string }): Incoming {
  const { method = 'GET' } = request
  return {
    method,
    url: urlOf(request),
    header(name) {
      // Of some headers `headers` keeps only the first.
      return request.headersDistinct[name]?.join(', ') ?? null
    },
    body: (limit) => readBody(request, limit),
  }
}

/** The whole URL. Express and its like cut from `url` where a router is mounted, and keep the whole as `originalUrl`. */
function urlOf(request: IncomingMessage & { readonly originalUrl?: string }): string {
  const { url: target = '/', originalUrl = target, headers, socket } = request
  if (!originalUrl.startsWith('/')) return originalUrl
  const scheme = 'encrypted' in socket ? 'https' : 'http'
  return `${scheme}://${headers.host ?? 'localhost'}${originalUrl}`
}

function write(
  { status, headers, body }: Reply,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) }
  // Whatever is left of the body is not waited for.
  const end = request.complete ? {} : { connection: 'close' }
  response.writeHead(status, { ...headers, ...length, ...end })
  response.end(body)
}
