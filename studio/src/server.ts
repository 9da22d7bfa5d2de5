import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { type WebSocket, WebSocketServer } from 'ws'
import { isFromHere, mayConnect, mayUseRest } from './access'
import { FlagError } from './flag-error'

/** Where the studio listens, and who may come. */
export interface ServerOptions {
  readonly host: string
  /** Absent: the usual one, or the next that is free. */
  readonly port: number | undefined
  /** The secret of the URL; absent where only this machine can connect. */
  readonly token: string | undefined
}

/** The page as `npm run build` leaves it, beside this module in `dist`. */
const pageFolder = fileURLToPath(new URL('./page', import.meta.url))

// More than any webhook with its answer.
const longestMessage = 16 * 1024 * 1024

/** What the server hands over. */
export interface ServerListener {
  /** The websocket of each page that opens. */
  onPage(socket: WebSocket): void
  /** A REST request of the app. */
  onRest(request: IncomingMessage, response: ServerResponse): void
}

/** Where the Voice API is. */
const restPath = /^\/v[13]\//

/**
 * Serves the page, its websockets and the REST side.
 *
 * @param isChecked whether the tokens of REST requests are checked
 * @returns the server, once it listens
 * @throws FlagError for a port or an address that cannot be had
 */
export async function serve(
  { host, port, token }: ServerOptions,
  { onPage, onRest }: ServerListener,
  isChecked: boolean,
): Promise<Server> {
  const files = sirv(pageFolder, { etag: true, dev: true, single: true })
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    if (restPath.test(request.url ?? '')) {
      if (mayUseRest(request, isChecked)) return onRest(request, response)
      return void response.writeHead(403).end()
    }
    if (!isFromHere(request, token)) return void response.writeHead(403).end()
    files(request, response, () => void response.writeHead(404).end())
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage })
  server.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here')
    if (pathname !== '/socket' || !mayConnect(request, token)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => onPage(opened))
  })
  server.on('close', () => sockets.close())
  await listen(server, host, port)
  return server
}

const usualPort = 4400
const lastPort = 4420

async function listen(server: Server, host: string, port: number | undefined): Promise<void> {
  for (let tried = port ?? usualPort; ; tried++) {
    try {
      return await listenAt(server, host, tried)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && port === undefined && tried < lastPort) continue
      throw refusal(code, host, tried)
    }
  }
}

function listenAt(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function refusal(code: string | undefined, host: string, port: number): FlagError {
  switch (code) {
    case 'EADDRINUSE':
      return new FlagError(`Port ${port} is in use. Name another one: --port ${port + 1}`)
    case 'EACCES':
      return new FlagError(`You may not listen at port ${port}. Name one above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new FlagError(`${host} is not an address of this machine. Leave out --host.`)
    default:
      return new FlagError(`The studio cannot listen at ${host}:${port} (${code}).`)
  }
}

// The page loads nothing from elsewhere, but plays the streams of a flow. `data:` and `blob:` are its own sounds and downloads.
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  'media-src * data: blob:',
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
