import { createHash } from 'node:crypto'
import { get, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import jwt from 'jsonwebtoken'
import { Stream, Talk } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { quietApp, read } from '../support/requests'
import { codeOf } from '../support/serve-errors'
import { listen } from '../support/servers'
import { answerWebhook } from '../support/webhooks'

const hello = [200, [{ action: 'talk', text: 'Hello 447700900001' }]]
const learnt: unknown[] = []
const app = quietApp({
  answer: ({ from }) => <Talk>Hello {from}</Talk>,
  maxBody: 1000,
  onError: (error) => {
    learnt.push(codeOf(error))
  },
})
const handler = toNodeHandler(app)

/** The properties that a body parser sets on the request. */
type Parsed = { rawBody?: unknown; body?: unknown }

/** The app behind a parser that reads the body and keeps this. */
async function ask(keep: ((bytes: Buffer) => Parsed) | undefined, sent: string) {
  const parse = async (request: IncomingMessage, response: ServerResponse) => {
    if (keep) {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      Object.assign(request, keep(Buffer.concat(chunks)))
    }
    await handler(request, response)
  }
  const base = await listen(parse)
  learnt.length = 0
  return read(
    fetch(`${base}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: sent,
    }),
  )
}

const json = JSON.stringify(answerWebhook)

describe('toNodeHandler', () => {
  it.each<[string, ((bytes: Buffer) => Parsed) | undefined]>([
    ['reads the body', undefined],
    ['takes the bytes that a parser kept', (rawBody) => ({ rawBody, body: {} })],
    ['takes the text that a parser kept', (bytes) => ({ rawBody: String(bytes), body: {} })],
    ['takes the bytes of a parser that parses nothing', (body) => ({ body })],
    ['takes an array of bytes', (bytes) => ({ rawBody: new Uint8Array(bytes) })],
  ])('%s', async (_, keep) => {
    expect(await ask(keep, json)).toStrictEqual(hello)
  })

  it.each<[string, (bytes: Buffer) => Parsed]>([
    ['kept only what it made of them', (bytes) => ({ body: JSON.parse(String(bytes)) })],
    ['kept nothing', () => ({})],
  ])('says what to change if a parser ate the bytes and %s', async (_, keep) => {
    expect(await ask(keep, json)).toStrictEqual([503, { error: 'The flow gave no answer.' }])
    expect(learnt).toStrictEqual(['body-already-read'])
  })

  it.each<[string, ((bytes: Buffer) => Parsed) | undefined]>([
    ['sent', undefined],
    ['kept', (rawBody) => ({ rawBody })],
  ])('refuses a body that is too large, as it was %s', async (_, keep) => {
    expect(await ask(keep, `"${'a'.repeat(2000)}"`)).toStrictEqual([
      413,
      { error: 'The body is too large.' },
    ])
  })

  it('refuses a body that turns out too large', async () => {
    const base = await listen(handler)
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(500).fill(0x20)),
    })
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    }
    expect((await fetch(`${base}/answer`, init)).status).toBe(413)
  })

  it('knows the whole path below a mounted router', async () => {
    const mounted = toNodeHandler(
      quietApp({ answer: ({ from }) => <Talk>Hello {from}</Talk>, basePath: '/voice' }),
    )
    const base = await listen((request, response) => {
      const { url } = request
      Object.assign(request, { originalUrl: url, url: url?.replace('/voice', '') })
      return mounted(request, response)
    })
    const query = new URLSearchParams({ ...answerWebhook } as Record<string, string>)
    expect(await read(fetch(`${base}/voice/answer?${query}`))).toStrictEqual(hello)
  })

  it('reads a body of which a middleware gives a wrong value', async () => {
    const base = await listen((request, response) => {
      Object.assign(request, { body: {} })
      return handler(request, response)
    })
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: json }
    expect(await read(fetch(`${base}/answer`, init))).toStrictEqual(hello)
  })

  it.each<BufferEncoding>(['utf8', 'latin1', 'base64', 'hex', 'utf16le'])(
    'reads the bytes of a body that a middleware wants as a text in %s',
    async (encoding) => {
      const secret = 'S1gnatureSecret'
      const signed = toNodeHandler(
        quietApp({ answer: ({ from }) => <Talk>Hello {from}</Talk>, signature: { secret } }),
      )
      const base = await listen((request, response) => {
        request.setEncoding(encoding)
        return signed(request, response)
      })
      const body = JSON.stringify({ ...answerWebhook, name: 'Zoë 🎉' })
      const payload_hash = createHash('sha256').update(body).digest('hex')
      const authorization = `Bearer ${jwt.sign({ payload_hash }, secret)}`
      const headers = { 'content-type': 'application/json', authorization }
      const init = { method: 'POST', headers, body }
      expect(await read(fetch(`${base}/answer`, init))).toStrictEqual(hello)
    },
  )

  it('leaves the listeners of others alone', async () => {
    let request: IncomingMessage | undefined
    const theirs = () => {}
    const base = await listen((incoming, response) => {
      request = incoming.on('data', theirs)
      return handler(incoming, response)
    })
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([new Uint8Array(2000)]).stream(),
      duplex: 'half',
    }
    expect((await fetch(`${base}/answer`, init)).status).toBe(413)
    expect(request?.listeners('data')).toStrictEqual([theirs])
  })

  it.each<[string, { method: string; body?: string }]>([
    ['GET', { method: 'GET' }],
    ['POST', { method: 'POST', body: json }],
  ])('serves a %s of HTTP/2, and links to its own host', async (_, { method, body }) => {
    const served = toNodeHandler(quietApp({ answer: () => <Stream streamUrl="/hello.mp3" /> }))
    const server = createHttp2Server((request, response) =>
      // The classes of HTTP/2 are not subclasses of these, but do the same.
      served(request as unknown as IncomingMessage, response as unknown as ServerResponse),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const client = connectHttp2(`http://${host}`)
    onTestFinished(() => {
      client.close()
      server.close()
    })
    const query = body
      ? ''
      : `?${new URLSearchParams({ ...answerWebhook } as Record<string, string>)}`
    const sent = client.request({
      ':method': method,
      ':path': `/answer${query}`,
      'content-type': 'application/json',
    })
    sent.end(body)
    expect(JSON.parse(await text(sent))).toStrictEqual([
      { action: 'stream', streamUrl: [`http://${host}/hello.mp3`] },
    ])
  })

  it.each([
    ['evil.com/answer?to=1&uuid=2&conversation_uuid=3&x=', '/nowhere', 400],
    ['evil.com?', '/answer', 400],
    ['user@evil.com', '/answer', 400],
    ['a b', '/answer', 400],
    ['calls.example.com', 'ftp://calls.example.com/answer', 400],
    ['calls.example.com', '*', 400],
    ['calls.example.com:8080', '/answer', 422],
    ['[::1]:8080', '/answer', 422],
    ['calls.example.com', 'http://calls.example.com/answer', 422],
    ['calls.example.com', '//evil.com/answer', 404],
    ['calls.example.com', '/x/../answer', 400],
    ['calls.example.com', '/%2e%2e/answer', 400],
    ['calls.example.com', '/x\\answer', 400],
    ['127.1', '/answer', 400],
  ])('to the host %s and the target %s answers as the target says', async (host, path, status) => {
    const base = new URL(await listen(handler))
    const found = await new Promise((resolve, reject) => {
      const { hostname, port } = base
      get({ hostname, port, path, headers: { host } }, (response) =>
        resolve(response.resume().statusCode),
      ).on('error', reject)
    })
    expect(found).toBe(status)
  })

  it.each([
    ['twice', ['calls.example.com', 'calls.example.com']],
    ['with two names', ['calls.example.com', 'evil.example']],
  ])('refuses a request with Host %s', async (_, hosts) => {
    const { hostname, port } = new URL(await listen(handler))
    const lines = ['GET /answer HTTP/1.1', ...hosts.map((host) => `Host: ${host}`), '', '']
    const socket = connect(Number(port), hostname)
    socket.end(lines.join('\r\n'))
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('writes nothing to a caller who has gone away', async () => {
    let answer: (() => void) | undefined
    const slow = toNodeHandler(
      quietApp({
        answer: async () => {
          await new Promise<void>((resolve) => {
            answer = resolve
          })
          return <Talk>Hello</Talk>
        },
      }),
    )
    let finished: Promise<void> | undefined
    const base = await listen((request, response) => {
      finished = slow(request, response)
      return finished
    })
    const query = new URLSearchParams({ ...answerWebhook } as Record<string, string>)
    await expect(
      fetch(`${base}/answer?${query}`, { signal: AbortSignal.timeout(100) }),
    ).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 50))
    answer?.()
    await expect(finished).resolves.toBeUndefined()
  })
})
