import type { IncomingMessage, ServerResponse } from 'node:http'
import type { VoiceApp } from '../serve/app'
import type { Incoming } from '../serve/incoming'
import type { Reply } from '../serve/reply'
import { type ParsedRequest, readBody } from './body'

/** Answers a request of Node. It never rejects. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

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
export function toNodeHandler(app: VoiceApp): NodeHandler {
  return async (request, response) => {
    const reply = await app.respond(toIncoming(request))
    // The caller may have gone away meanwhile.
    if (!response.headersSent && !response.destroyed) write(reply, request, response)
  }
}

function toIncoming(request: ParsedRequest & { readonly originalUrl?: string }): Incoming {
  const { method = 'GET' } = request
  return {
    method,
    url: urlOf(request),
    header(name) {
      return headerOf(request, name)
    },
    body: (limit) => readBody(request, limit),
  }
}

/**
 * `headers` keeps only the first of some repeated headers, so `headersDistinct` is preferred; HTTP/2 and foreign request objects lack
 * it.
 */
function headerOf({ headersDistinct, headers }: Partial<IncomingMessage>, name: string) {
  const value = headersDistinct ? headersDistinct[name] : headers?.[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? null)
}

/**
 * The absolute URL, or '' (refused) if the request names none. Express strips the mount path from `url` and keeps it in `originalUrl`.
 */
function urlOf(request: IncomingMessage & { readonly originalUrl?: string }): string {
  const { url: target = '/', originalUrl = target, headers, socket } = request
  if (/^https?:\/\//i.test(originalUrl)) return originalUrl
  // HTTP/2 has no Host.
  const host = headers.host ?? headers[':authority'] ?? 'localhost'
  // A host that holds a slash or a question mark would serve another path than the one that was asked for.
  if (!originalUrl.startsWith('/') || typeof host !== 'string' || !hostForm.test(host)) return ''
  const scheme = 'encrypted' in socket ? 'https' : 'http'
  return `${scheme}://${host}${originalUrl}`
}

const hostForm = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i

function write(
  { status, headers, body }: Reply,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) }
  // The rest of the body is not awaited.
  const end = request.complete || request.httpVersionMajor > 1 ? {} : { connection: 'close' }
  response.writeHead(status, { ...headers, ...length, ...end })
  response.end(body)
}
