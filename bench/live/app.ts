import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { toNodeHandler } from 'ncco-jsx/node'
import { createVoiceApp } from 'ncco-jsx/serve'
import { flow } from '../../examples/ivr-menu/flow'

export const signature = { secret: 'the signature secret of the dashboard' }

/** The webhooks that an app has received. */
export class Arrivals {
  /** From what a webhook tells of to its arrival, in milliseconds; for each that has a timestamp. */
  readonly lateness: number[] = []
  /** How often each status was the answer. */
  readonly statuses = new Map<number, number>()

  /** Notes a webhook that arrives now. */
  note(body: string): void {
    const { timestamp } = body === '' ? {} : JSON.parse(body)
    if (timestamp !== undefined) this.lateness.push(Date.now() - Date.parse(timestamp))
  }

  noteAnswer(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
  }

  get answers(): number {
    return [...this.statuses.values()].reduce((sum, times) => sum + times, 0)
  }
}

const makeApp = () =>
  createVoiceApp({ ...flow, secret: 'only for the benchmark, where it is no secret', signature })

/** The IVR of the examples in memory; it takes only signed webhooks. */
export function appInMemory(arrivals: Arrivals): (request: Request) => Promise<Response> {
  const app = makeApp()
  return async (request) => {
    arrivals.note(request.method === 'POST' ? await request.clone().text() : '')
    const response = await app.fetch(request)
    arrivals.noteAnswer(response.status)
    return response
  }
}

/** The same app on loopback. */
export async function appOnLoopback(arrivals: Arrivals) {
  const handler = toNodeHandler(makeApp())
  const server = createServer(async (request: IncomingMessage & { rawBody?: Buffer }, response) => {
    // The handler takes the bytes from here.
    request.rawBody = await buffer(request)
    arrivals.note(request.rawBody.toString())
    await handler(request, response)
    arrivals.noteAnswer(response.statusCode)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    answerUrl: `http://127.0.0.1:${port}/answer`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
