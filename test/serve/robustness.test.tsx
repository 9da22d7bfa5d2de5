import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import fc from 'fast-check'
import jwt from 'jsonwebtoken'
import { Dtmf, Input, Notify, Talk } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import { onInput, onNotify, type VoiceApp, type VoiceAppOptions } from 'ncco-jsx/serve'
import { describe, expect, it } from 'vitest'
import { got, quietApp, read, secret } from '../support/requests'
import { listen } from '../support/servers'
import { watchUnhandled } from '../support/unhandled'
import {
  answerWebhook,
  errorWebhook,
  events,
  fallbackWebhook,
  inputWebhook,
  notifyWebhook,
  recordWebhook,
  transferWebhook,
} from '../support/webhooks'

const chosen = onInput('/chosen', ({ dtmf, speech }) => (
  <Talk>
    You chose {dtmf?.digits} {speech?.results?.[0]?.text}
  </Talk>
))
const told = onNotify('/told', () => null)

const options: VoiceAppOptions = {
  answer: ({ from }) => <Talk>Hello {from}</Talk>,
  fallback: ({ reason }) => <Talk>Sorry. {reason}</Talk>,
  event: ({ status }) => status === 'busy' && <Talk>Busy</Talk>,
  hooks: [chosen, told],
  secret,
}
const app = quietApp(options)

const webhooks: readonly object[] = [
  answerWebhook,
  fallbackWebhook,
  inputWebhook,
  notifyWebhook,
  recordWebhook,
  transferWebhook,
  errorWebhook,
  ...Object.values(events),
]
const paths = ['/answer', '/fallback', '/event', '/chosen', '/told']

const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...paths) },
  { weight: 1, arbitrary: fc.constantFrom(...paths).map((path) => `${path}?sealed=a.b.c.d.e`) },
  { weight: 1, arbitrary: fc.webPath().map((path) => `/${path}`) },
)

/** A documented webhook with values of other types in some of its fields, or with fields of other names. */
const wrongTypes = fc
  .tuple(
    fc.constantFrom(...webhooks),
    fc.array(fc.tuple(fc.nat(30), fc.jsonValue()), { minLength: 1, maxLength: 4 }),
    fc.dictionary(
      fc.oneof(fc.string(), fc.constant('__proto__'), fc.constant('SipHeader_')),
      fc.jsonValue(),
    ),
  )
  .map(([webhook, changes, more]) => {
    const names = Object.keys(webhook)
    const changed = changes.map(([at, value]) => [names[at % names.length] ?? '', value])
    return JSON.stringify({ ...more, ...webhook, ...Object.fromEntries(changed) })
  })

const headers = { 'content-type': 'application/json' }
const body = fc.oneof(
  wrongTypes,
  fc.json(),
  fc.string(),
  wrongTypes.chain((text) => fc.nat(text.length).map((end) => text.slice(0, end))),
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.nat(3000).map((depth) => '['.repeat(depth)),
)
const type = fc.oneof(
  { weight: 8, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    'application/json; charset=utf-16',
    'text/plain',
    'application/x-www-form-urlencoded',
    '',
  ),
)
const post = fc.tuple(path, type, body).map(([path, type, body]) => ({
  path,
  init: { method: 'POST', headers: { ...headers, 'content-type': type }, body },
}))
const get = fc
  .tuple(
    path,
    fc.array(
      fc.tuple(fc.constantFrom(...webhooks.flatMap(Object.keys)), fc.oneof(fc.string(), fc.json())),
    ),
  )
  .map(([path, query]) => ({
    path: `${path}${path.includes('?') ? '&' : '?'}${query.map(([name, value]) => `${name}=${encode(value)}`).join('&')}`,
    init: { method: 'GET' },
  }))
const method = fc
  .tuple(path, fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'))
  .map(([path, method]) => ({ path, init: { method } }))
const hugeHeader = fc.tuple(path, fc.integer({ min: 1, max: 20_000 })).map(([path, length]) => ({
  path,
  init: { method: 'GET', headers: { authorization: `Bearer ${'a'.repeat(length)}` } },
}))

/** Encodes some values as they should be, and leaves others broken. */
function encode(value: string): string {
  return value.length % 3 === 0
    ? `%${value.replace(/[^\w%]/g, '')}`
    : encodeURIComponent(value.replace(/[\ud800-\udfff]/g, ''))
}

interface Sent {
  readonly path: string
  readonly init: {
    method: string
    headers?: Record<string, string>
    body?: string | Buffer<ArrayBuffer>
  }
}

function sample(numRuns: number): readonly Sent[] {
  const request = fc.oneof(
    { weight: 5, arbitrary: post },
    { weight: 4, arbitrary: get },
    method,
    hugeHeader,
  )
  return fc.sample<Sent>(request, { numRuns, seed: 4 })
}

/** The paths of the hooks, with the seals that the app writes. */
async function sealedPaths(): Promise<ReadonlyMap<string, string>> {
  const writer = quietApp({
    ...options,
    answer: () => (
      <>
        <Notify payload={{}} eventUrl={told()} />
        <Input eventUrl={chosen()}>
          <Dtmf />
        </Input>
      </>
    ),
  })
  const [, ncco] = await read(writer.fetch(got('/answer', answerWebhook)))
  const urls = (ncco as { eventUrl: [string] }[]).map(({ eventUrl: [url] }) => new URL(url))
  return new Map(urls.map(({ pathname, search }) => [pathname, pathname + search]))
}

/** The statuses that an app answers requests with, each once, in order. */
async function statusesOf(app: VoiceApp, requests: readonly Sent[]): Promise<readonly number[]> {
  const base = await listen(toNodeHandler(app))
  const statuses = new Set<number>()
  for (let from = 0; from < requests.length; from += 50) {
    await Promise.all(
      requests.slice(from, from + 50).map(async ({ path, init }) => {
        const response = await fetch(base + path, init)
        const text = await response.text()
        statuses.add(response.status)
        if (!isFine(response.status)) expect.fail(`${init.method} ${path}: ${response.status}`)
        expect(text).not.toMatch(/\bat .*\.(?:ts|js):|node_modules|Error:/)
      }),
    )
  }
  return [...statuses].sort()
}

const isFine = (status: number) => status < 500 || status === 503

describe('an app under malformed requests', () => {
  const unhandled = watchUnhandled()

  it('answers 10,000 of them without an error of its own', { timeout: 120_000 }, async () => {
    // Some of them are webhooks after all; the others are refused in every way that a size and a signature leave.
    expect(await statusesOf(app, sample(10_000))).toStrictEqual([
      200, 204, 400, 403, 404, 405, 415, 422, 431,
    ])
    expect(await unhandled()).toStrictEqual([])
  })

  it('answers 2,000 of them whose token and link are right', { timeout: 120_000 }, async () => {
    const signature = { secret: 'S1gnatureSecret' }
    const links = await sealedPaths()
    const requests = sample(2000).map(({ path, init }) => {
      const body = 'body' in init ? init.body : ''
      const payload_hash = createHash('sha256').update(body).digest('hex')
      const token = jwt.sign({ payload_hash }, signature.secret, { algorithm: 'HS256' })
      const headers = { authorization: `Bearer ${token}`, ...init.headers }
      return { path: links.get(path) ?? path, init: { ...init, headers } }
    })
    const signed = quietApp({ ...options, signature })
    // 401 are those whose own header is too long for a token.
    expect(await statusesOf(signed, requests)).toStrictEqual([
      200, 204, 400, 401, 403, 404, 405, 415, 422, 431,
    ])
    expect(await unhandled()).toStrictEqual([])
  })

  it.each([
    [
      'a body that ends too early',
      'POST /answer HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"to"',
    ],
    [
      'a chunk that ends too early',
      'POST /answer HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{"to"',
    ],
    ['half of a header', 'POST /answer HTTP/1.1\r\nhost'],
    ['no HTTP', '\u0000\u0001\u0002\r\n\r\n'],
    ['an invalid host', 'GET /answer HTTP/1.1\r\nhost: a b c<>\r\n\r\n'],
    ['another target', 'OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n'],
  ])('survives %s', async (_, bytes) => {
    const base = new URL(await listen(toNodeHandler(app)))
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(base.port), base.hostname, () => socket.end(bytes))
      let text = ''
      socket.on('data', (chunk) => {
        text += chunk
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => resolve(text))
    })
    expect(answer === '' || /^HTTP\/1\.1 4\d\d /.test(answer)).toBe(true)
    expect((await fetch(new URL('/nowhere', base))).status).toBe(404)
    expect(await unhandled()).toStrictEqual([])
  })

  it('gives up a body that never ends', async () => {
    const slow = quietApp({ answer: () => <Talk>Hello</Talk>, deadline: 100 })
    const base = new URL(await listen(toNodeHandler(slow)))
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(base.port), base.hostname, () =>
        socket.write(
          'POST /answer HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
        ),
      )
      socket.once('data', (chunk) => {
        socket.destroy()
        resolve(String(chunk))
      })
    })
    expect(answer).toMatch(/^HTTP\/1\.1 503 [\s\S]*\r\nconnection: close\r\n/i)
    expect(await unhandled()).toStrictEqual([])
  })
})
