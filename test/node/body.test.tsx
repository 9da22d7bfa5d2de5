import { once } from 'node:events'
import { createServer } from 'node:http'
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect as connectHttp2,
  constants,
  createServer as createHttp2Server,
} from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { Talk } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BodyBuffer } from '../../src/serve/body-buffer'
import { quietApp } from '../support/requests'
import { listen } from '../support/servers'
import { answerWebhook } from '../support/webhooks'

describe('a body', () => {
  const bytes = new Uint8Array(1000).map((_, index) => index)

  it.each([1, 7, 400, 1000])('in chunks of %i bytes is copied into one buffer', (size) => {
    const buffer = new BodyBuffer(1000)
    for (let at = 0; at < bytes.length; at += size) buffer.add(bytes.subarray(at, at + size))
    expect([...buffer.bytes]).toStrictEqual([...bytes])
    expect(buffer.isOverLimit).toBe(false)
    expect(buffer.bytes.buffer).not.toBe(bytes.buffer)
    expect(buffer.bytes.buffer.byteLength).toBeLessThanOrEqual(1001)
  })

  it.each([1, 7, 400, 1000])('in chunks of %i bytes takes one byte above the limit', (size) => {
    const buffer = new BodyBuffer(600)
    for (let at = 0; at < bytes.length; at += size) buffer.add(bytes.subarray(at, at + size))
    expect([...buffer.bytes]).toStrictEqual([...bytes.subarray(0, 601)])
    expect(buffer.isOverLimit).toBe(true)
    expect(buffer.bytes.buffer.byteLength).toBe(601)
  })
})

describe('after the answer to a request without a body', () => {
  it.each(['', 'Content-Length: 0\r\n'])('HTTP/1.1 keeps the connection: %j', async (header) => {
    const app = quietApp({ answer: () => <Talk>Hi</Talk> })
    const { hostname, port } = new URL(await listen(toNodeHandler(app)))
    const socket = connect(Number(port), hostname)
    onTestFinished(() => void socket.destroy())
    for (const from of ['447700900001', '447700900002']) {
      const { to, uuid, conversation_uuid } = answerWebhook
      const query = new URLSearchParams({ from, to, uuid, conversation_uuid })
      socket.write(`GET /answer?${query} HTTP/1.1\r\nHost: h\r\n${header}\r\n`)
      const [answer] = await once(socket, 'data')
      expect(String(answer)).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: keep-alive/i)
    }
  })
})

describe('a body that comes with its headers', () => {
  const handler = toNodeHandler(quietApp({ answer: ({ from }) => <Talk>Hello {from}</Talk> }))
  const body = JSON.stringify(answerWebhook)
  const head = (length: number) =>
    `POST /answer HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`

  it('is answered without a timer, and keeps the connection', async () => {
    const { hostname, port } = new URL(await listen(handler))
    const socket = connect(Number(port), hostname)
    onTestFinished(() => void socket.destroy())
    for (const _ of ['first', 'second']) {
      const setTimer = vi.spyOn(globalThis, 'setTimeout')
      socket.write(head(body.length) + body)
      const [answer] = await once(socket, 'data')
      expect(String(answer)).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: keep-alive[\s\S]*Hello/i)
      expect(setTimer.mock.calls).toStrictEqual([])
      setTimer.mockRestore()
    }
  })

  it('ends its request, for others who wait for that', async () => {
    const ended = new Promise<string[]>((resolve) => {
      const names: string[] = []
      void listen((request, response) => {
        request.on('end', () => names.push('end')).on('close', () => resolve([...names, 'close']))
        return handler(request, response)
      }).then((base) => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
        return fetch(`${base}/answer`, init)
      })
    })
    expect(await ended).toStrictEqual(['end', 'close'])
  })

  it('in part is waited for', async () => {
    const { hostname, port } = new URL(await listen(handler))
    const socket = connect(Number(port), hostname)
    onTestFinished(() => void socket.destroy())
    socket.setNoDelay(true)
    for (const part of [head(body.length) + body.slice(0, 5), body.slice(5, 20), body.slice(20)]) {
      socket.write(part)
      await setTimeout(20)
    }
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: keep-alive[\s\S]*Hello/i)
  })

  it('and is longer than it may be is refused', async () => {
    const small = toNodeHandler(quietApp({ maxBody: 50 }))
    const { hostname, port } = new URL(await listen(small))
    const socket = connect(Number(port), hostname)
    socket.write(head(body.length) + body)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /)
    socket.destroy()
  })
})

describe('after the answer to a body that did not arrive', () => {
  const handler = toNodeHandler(quietApp({ deadline: 100 }))

  it('HTTP/1.1 closes the connection', async () => {
    const { hostname, port } = new URL(await listen(handler))
    const socket = connect(Number(port), hostname)
    socket.write(
      'POST /answer HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    )
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 503 [\s\S]*connection: close/)
  })

  it('nobody listens to the request any more', async () => {
    const listeners = await new Promise((resolve) => {
      const server = createServer(async (request, response) => {
        await handler(request, response)
        resolve(['data', 'end', 'close'].map((name) => request.listenerCount(name)))
      })
      server.listen(0, '127.0.0.1', () => {
        const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
        socket.on('error', () => {})
        socket.write(
          'POST /answer HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{',
        )
      })
      onTestFinished(() => {
        server.closeAllConnections()
        server.close()
      })
    })
    expect(listeners).toStrictEqual([0, 0, 0])
  })

  it('HTTP/2 resets the stream without an error, and keeps the connection', async () => {
    const client = await connectTo(handler)
    const slow = post(client)
    slow.write('{')
    const [headers] = await once(slow, 'response')
    slow.resume()
    await once(slow, 'close')
    expect([headers[':status'], slow.rstCode]).toStrictEqual([503, constants.NGHTTP2_NO_ERROR])
    const next = client.request({ ':path': '/nowhere' })
    const [answer] = await once(next, 'response')
    next.resume()
    await once(next, 'close')
    expect(answer[':status']).toBe(404)
  })

  it.each([
    ['a body at an unknown path', '/nowhere', 404, '{'],
    ['a body that is too large', '/answer', 413, 'x'.repeat(70_000)],
  ])('HTTP/2 resets the stream of %s', async (_, path, status, body) => {
    const client = await connectTo(handler)
    const stream = post(client, path)
    stream.write(body)
    const [headers] = await once(stream, 'response')
    stream.resume()
    await once(stream, 'close')
    expect([headers[':status'], stream.rstCode]).toStrictEqual([status, constants.NGHTTP2_NO_ERROR])
  })
})

/** Connects to a server of HTTP/2 that runs until the test ends. */
async function connectTo(handler: ReturnType<typeof toNodeHandler>): Promise<ClientHttp2Session> {
  const server = createHttp2Server((request, response) =>
    // The classes of HTTP/2 are not subclasses of these, but do the same.
    handler(request as never, response as never),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  onTestFinished(() => {
    client.destroy()
    server.close()
  })
  return client
}

function post(client: ClientHttp2Session, path = '/answer'): ClientHttp2Stream {
  return client.request(
    { ':method': 'POST', ':path': path, 'content-type': 'application/json' },
    { endStream: false },
  )
}
