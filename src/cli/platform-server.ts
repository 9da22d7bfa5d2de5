import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, isIP } from 'node:net'
import { text } from 'node:stream/consumers'
import { toNodeHandler } from 'ncco-jsx/node'
import type { Platform } from 'ncco-jsx/simulate'
import type { Certificate } from './certificate'
import { Problem } from './problem'
import {
  actOnCall,
  type Dial,
  dialCall,
  getCall,
  type JsonAnswer,
  listCalls,
} from './simulator-calls'

/** What the server serves. */
export interface Served {
  readonly platform: Platform
  readonly dial: Dial
}

/** A server that listens. */
export interface PlatformServer {
  readonly url: string
  close(): void
}

/**
 * Listens for REST requests of the app, and for people below `/simulator`.
 *
 * @param serve what it serves; until it is there, the answer is 503
 * @throws Problem if it cannot listen there
 */
export async function listen(
  { host, port }: { readonly host: string; readonly port: number },
  certificate: Certificate | undefined,
  serve: () => Served | undefined,
): Promise<PlatformServer> {
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    handle(request, response, serve())
  const server: Server = certificate
    ? createTlsServer({ cert: certificate.cert, key: certificate.key }, answer)
    : createServer(answer)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (error: NodeJS.ErrnoException) => reject(problemOf(error, host, port)))
    server.listen(port, host)
  })
  const { port: actual } = server.address() as AddressInfo
  const scheme = certificate ? 'https' : 'http'
  const name = isIP(host) === 6 ? `[${host}]` : host
  return {
    url: `${scheme}://${name}:${actual}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function problemOf({ code }: NodeJS.ErrnoException, host: string, port: number): Problem {
  const where = `${host}:${port}`
  if (code === 'EADDRINUSE') {
    return new Problem(
      `Port ${port} is taken. Name another with --port, or end what listens there.`,
    )
  }
  if (code === 'EACCES')
    return new Problem(`You may not listen at ${where}. Name a --port from 1024 on.`)
  return new Problem(`The platform cannot listen at ${where} (${code}). Correct --host or --port.`)
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served | undefined,
): Promise<void> {
  if (!served) {
    response.writeHead(503, { 'retry-after': '1' }).end()
    return
  }
  const [pathname = ''] = (request.url ?? '').split('?')
  if (!/^\/simulator(\/|$)/.test(pathname)) {
    return toNodeHandler(served.platform.api)(request, response)
  }
  const { status, body } = await answerPerson(request, pathname, served).catch(failure)
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(`${JSON.stringify(body, null, 2)}\n`)
}

function failure(error: unknown): JsonAnswer {
  console.error(error)
  return { status: 500, body: { code: 'internal-error', message: 'The command has a fault.' } }
}

async function answerPerson(
  request: IncomingMessage,
  path: string,
  { platform, dial }: Served,
): Promise<JsonAnswer> {
  const refused = refuseBrowser(request)
  if (refused) return refused
  const { method } = request
  const id = /^\/simulator\/calls\/([^/]+)$/.exec(path)?.[1]
  if (method === 'GET' && path === '/simulator/calls') return listCalls(platform)
  if (method === 'GET' && id !== undefined) return getCall(platform, id)
  if (method !== 'POST' || (path !== '/simulator/dial' && id === undefined)) return nothingHere
  const fields = await readFields(request)
  if ('status' in fields) return fields.status
  return id === undefined ? dialCall(dial, fields.value) : actOnCall(platform, id, fields.value)
}

const nothingHere: JsonAnswer = {
  status: 404,
  body: {
    code: 'nothing-here',
    message:
      'Ask POST /simulator/dial, GET /simulator/calls, or GET or POST /simulator/calls/{id} of a call or leg.',
  },
}

/** Pages of other sites, which a browser lets ask, also under a name that leads to this machine. */
function refuseBrowser({ headers, socket }: IncomingMessage): JsonAnswer | undefined {
  const hostname = (headers.host ?? '').replace(/:\d+$/, '')
  const isLocal = /^127\.|^::1$|^::ffff:127\./.test(socket.localAddress ?? '')
  const isNamedLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/i.test(hostname)
  if (headers.origin === undefined && (!isLocal || isNamedLocal)) return undefined
  const message = 'Pages in a browser may not use this. Ask from a program, at localhost.'
  return { status: 403, body: { code: 'from-a-browser', message } }
}

/** The most bytes of a body. */
const mostBytes = 64 * 1024

async function readFields(
  request: IncomingMessage,
): Promise<{ readonly value: Record<string, unknown> } | { readonly status: JsonAnswer }> {
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (length === 0 && !isJson) return { value: {} }
  if (!isJson || !(length <= mostBytes)) {
    const message = `Send JSON of up to ${mostBytes} bytes, with content-type: application/json and its length.`
    return { status: { status: 415, body: { code: 'not-json', message } } }
  }
  try {
    const value: unknown = JSON.parse(await text(request))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { value: value as Record<string, unknown> }
    }
  } catch {
    // Told below.
  }
  const message = 'The body must be a JSON object, such as { "action": "press", "keys": "1" }.'
  return { status: { status: 400, body: { code: 'not-json', message } } }
}
