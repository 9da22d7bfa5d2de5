import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

/** The playground as it was built. */
export const playgroundFolder = fileURLToPath(new URL('../../dist/playground', import.meta.url))

/** Where it is served: below a path, as a site would have it. */
const base = '/voice/playground/'

/** Serves the playground on this machine. */
export async function servePlayground(): Promise<{ readonly url: string; close(): void }> {
  const serve = sirv(playgroundFolder)
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(base)) return void response.writeHead(404).end()
    request.url = request.url.slice(base.length - 1)
    serve(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://localhost:${port}${base}`, close }
}
