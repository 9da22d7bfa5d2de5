import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import jwt from 'jsonwebtoken'
import type { ForeignFlow } from './flows'

/** Answers the webhooks of a flow over HTTP, but only those that were signed with the secret. */
export function handlerOf(flow: ForeignFlow, secret: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const body = await text(request)
    if (!isSigned(request, body, secret)) {
      response.writeHead(401).end()
      return
    }
    const handle = pathname === '/event' ? () => undefined : flow[pathname]
    if (!handle) {
      response.writeHead(404).end()
      return
    }
    const webhook = { ...Object.fromEntries(searchParams), ...(body && JSON.parse(body)) }
    const ncco = handle(webhook)
    if (!ncco) {
      response.writeHead(204).end()
      return
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ncco))
  }
}

/** Whether Vonage sent it: the token is signed with the secret, and a POST has the body that was hashed. */
function isSigned({ headers, method }: IncomingMessage, body: string, secret: string): boolean {
  try {
    const token = headers.authorization?.replace('Bearer ', '') ?? ''
    const claims = jwt.verify(token, secret, { algorithms: ['HS256'], maxAge: '5m' })
    const hash = createHash('sha256').update(body).digest('hex')
    return method === 'GET' || (typeof claims === 'object' && claims.payload_hash === hash)
  } catch {
    return false
  }
}
