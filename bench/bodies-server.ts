import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { toNodeHandler } from 'ncco-jsx/node'
import { createVoiceApp } from 'ncco-jsx/serve'

// Serves one of the cases of `bench:bodies`, and tells its parent the port and, after a full collection, its memory.

const app = createVoiceApp({
  answer: () => null,
  signature: { secret: 'only for the benchmark, where it is no secret' },
  deadline: Number(process.argv[3]),
  development: false,
  onError() {},
})

const handle = toNodeHandler(app)

/** The app behind a server that makes a `Request` of each request, as frameworks do. */
async function fetchHandler(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status } = await app.fetch(
    new Request(`http://localhost${request.url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Readable.toWeb(request) as ReadableStream<Uint8Array>,
      duplex: 'half',
    } as RequestInit),
  )
  response.writeHead(status, { connection: 'close' }).end()
}

const servers = {
  'HTTP/1.1': () => createServer(handle),
  'HTTP/2': () =>
    createHttp2Server((request, response) => handle(request as never, response as never)),
  fetch: () => createServer(fetchHandler),
}

const server = servers[process.argv[2] as keyof typeof servers]()
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
process.on('message', () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  process.send?.({ megabytes: (heapUsed + external) / 1e6 })
})
process.on('disconnect', () => process.exit())
