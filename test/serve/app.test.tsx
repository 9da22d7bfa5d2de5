import { Talk } from 'ncco-jsx'
import { onInput, ServeError } from 'ncco-jsx/serve'
import { describe, expect, it, vi } from 'vitest'
import { got, origin, posted, quietApp, read } from '../support/requests'
import { refused } from '../support/serve-errors'
import {
  answerWebhook,
  events,
  fallbackWebhook,
  inputWebhook,
  recordWebhook,
} from '../support/webhooks'

const Hello = () => <Talk>Hello</Talk>
const hello = [{ action: 'talk', text: 'Hello' }]

describe('an app over HTTP', () => {
  const app = quietApp({ answer: Hello, basePath: '/voice', maxBody: 1000 })
  const text = (body: BodyInit, type = 'application/json') =>
    new Request(`${origin}/voice/answer`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })

  it.each<[string, Request, number]>([
    ['an unknown path', got('/voice/nowhere', answerWebhook), 404],
    ['a path without the base path', got('/answer', answerWebhook), 404],
    ['a path below another base path', got('/other/answer', answerWebhook), 404],
    ['a fallback that the app does not have', posted('/voice/fallback', fallbackWebhook), 404],
    ['another content type', text('{}', 'text/plain'), 415],
    ['a type that only starts like JSON', text('{}', 'application/jsonp'), 415],
    ['no JSON', text('{'), 400],
    ['an empty body', text(''), 400],
    ['bytes that are not UTF-8', text(new Uint8Array([0x22, 0xff, 0x22])), 400],
    ['a body that is too large', text(`"${'a'.repeat(1000)}"`), 413],
    ['JSON that is not an object', text('[]'), 422],
    ['an object that is not a webhook', text('{}'), 422],
    ['a query that is not a webhook', got('/voice/answer', {}), 422],
    ['another webhook', posted('/voice/answer', inputWebhook), 422],
    ['an event', posted('/voice/answer', events.started), 422],
    [
      'a webhook without a field',
      posted('/voice/answer', { ...answerWebhook, to: undefined }),
      422,
    ],
    ['a field of another type', posted('/voice/answer', { ...answerWebhook, from: {} }), 422],
  ])('refuses %s', async (_, request, status) => {
    const [found, body] = await read(app.fetch(request))
    expect(found).toBe(status)
    expect(body).toStrictEqual({ error: expect.stringMatching(/^[^\n{}]{5,80}$/) })
  })

  it.each<[string, object]>([
    ['an input', { ...answerWebhook, dtmf: '{"digits":"1"}' }],
    ['an event', { ...answerWebhook, status: 'completed' }],
    ['a recording', { ...answerWebhook, ...recordWebhook }],
    ['a notification', { ...answerWebhook, payload: '{}' }],
    ['an error', { reason: 'x', conversation_uuid: 'y' }],
  ])('refuses %s in a query where an answer webhook is expected', async (_, webhook) => {
    expect((await app.fetch(got('/voice/answer', webhook))).status).toBe(422)
  })

  it.each(['reason', 'recording_url', 'conversation_uuid_from'])(
    'takes an answer webhook at a URL with a %s of its own',
    async (name) => {
      const request = got(`/voice/answer?${name}=x`, answerWebhook)
      expect(await read(app.fetch(request))).toStrictEqual([200, hello])
    },
  )

  it.each<[string, object]>([
    ['without a reason', { ...answerWebhook }],
    ['of an input', { ...inputWebhook, reason: 'Timeout.' }],
    ['of an event', { ...events.busy }],
  ])('takes a fallback %s', async (_, webhook) => {
    const app = quietApp({ fallback: Hello })
    expect(await read(app.fetch(posted('/fallback', webhook)))).toStrictEqual([200, hello])
  })

  it.each(['PUT', 'DELETE', 'PATCH'])('refuses %s and says what it takes', async (method) => {
    const response = await app.fetch(new Request(`${origin}/voice/answer`, { method }))
    expect([response.status, response.headers.get('allow')]).toStrictEqual([
      405,
      'GET, HEAD, POST, OPTIONS',
    ])
  })

  it.each<[string, (request: Request) => unknown]>([
    ['read', (request) => request.text()],
    ['locked', (request) => request.body?.getReader()],
  ])('says what to change if the body of a Request was %s before', async (_, spoil) => {
    const onError = vi.fn()
    const app = quietApp({ answer: Hello, onError })
    const request = posted('/answer', answerWebhook)
    await spoil(request)
    expect((await app.fetch(request)).status).toBe(503)
    expect(onError.mock.calls.map(([error]) => error.code)).toStrictEqual(['body-already-read'])
    expect(onError.mock.calls[0]?.[0].message).toContain(
      'Pass a Request before its body is read, and read request.clone() elsewhere.',
    )
  })

  it('reads a Request whose clone was read before', async () => {
    const request = posted('/voice/answer', answerWebhook)
    await request.clone().text()
    expect(await read(app.fetch(request))).toStrictEqual([200, hello])
  })

  it('answers OPTIONS with what it takes', async () => {
    const response = await app.fetch(new Request(`${origin}/voice/answer`, { method: 'OPTIONS' }))
    expect([response.status, response.headers.get('allow'), await response.text()]).toStrictEqual([
      204,
      'GET, HEAD, POST, OPTIONS',
      '',
    ])
  })

  it('answers HEAD as it answers GET, without the body', async () => {
    const { url } = got('/voice/answer', answerWebhook)
    const response = await app.fetch(new Request(url, { method: 'HEAD' }))
    const { status, headers } = await app.fetch(new Request(url))
    expect([response.status, [...response.headers]]).toStrictEqual([status, [...headers]])
    expect([status, await response.text()]).toStrictEqual([200, ''])
  })

  it('answers with JSON that nobody keeps', async () => {
    const { headers } = await app.fetch(got('/voice/answer', answerWebhook))
    expect([...headers]).toStrictEqual([
      ['cache-control', 'no-store'],
      ['content-type', 'application/json'],
    ])
  })

  it('gives the same answer to the same request', async () => {
    const [first, second] = await Promise.all(
      [0, 1].map(() => read(app.fetch(posted('/voice/answer', answerWebhook)))),
    )
    expect(first).toStrictEqual([200, hello])
    expect(second).toStrictEqual(first)
  })

  it('tells onError what it refused, without a webhook', async () => {
    const onError = vi.fn()
    const app = quietApp({ answer: Hello, onError })
    await app.fetch(posted('/answer', { ...answerWebhook, from: {}, uuid: null }))
    expect(onError.mock.calls).toStrictEqual([[expect.any(ServeError), undefined]])
    expect(onError.mock.calls[0]?.[0].message).toBe(
      `unexpected-webhook: The answer webhook at /answer lacks a documented field, or has it with another type: from, uuid.
  Check which URL is set in the application, in the call and in the flow.
  docs/errors.md#unexpected-webhook`,
    )
  })

  it('tells onError which other webhook it is', async () => {
    const onError = vi.fn()
    const app = quietApp({ answer: Hello, onError })
    await app.fetch(got('/answer', { reason: 'Timeout.', conversation_uuid: 'CON-1' }))
    expect(onError.mock.calls[0]?.[0].message).toContain(
      '/answer expects the answer webhook, but received the error webhook.',
    )
  })

  it.each<[string, object, string]>([
    ['inside a field', { dtmf: { digits: {}, timed_out: 'yes' } }, 'dtmf.digits, dtmf.timed_out'],
    ['in the whole field', { dtmf: '1' }, 'dtmf'],
    [
      'deep inside a field',
      { speech: { results: [{ text: 'a', confidence: '1' }, { text: 'b' }] } },
      'speech.results.1.confidence',
    ],
  ])('tells onError what is wrong %s', async (_, changes, fields) => {
    const onError = vi.fn()
    const app = quietApp({ answer: Hello, event: () => {}, onError })
    await app.fetch(posted('/event', { ...inputWebhook, ...changes }))
    expect(onError.mock.calls[0]?.[0].message).toContain(`with another type: ${fields}.\n`)
  })

  it.each<[string, Request, string, number, string]>([
    [
      'a path beside the base path',
      got('/answer', answerWebhook),
      'unknown-path',
      404,
      'it should go to /voice/answer.',
    ],
    [
      'a path with a slash at its end',
      got('/voice/answer/', answerWebhook),
      'unknown-path',
      404,
      'it should go to /voice/answer.',
    ],
    [
      'any other path',
      got('/447700900001', answerWebhook),
      'unknown-path',
      404,
      'it should go to /voice/answer or /voice/event.',
    ],
    [
      'another method',
      new Request(`${origin}/voice/answer`, { method: 'DELETE' }),
      'unknown-method',
      405,
      'came to /voice/answer with a method that',
    ],
  ])('tells onError of %s', async (_, request, code, status, text) => {
    const onError = vi.fn()
    const app = quietApp({ answer: Hello, basePath: '/voice', onError })
    expect((await app.fetch(request)).status).toBe(status)
    expect(onError.mock.calls).toStrictEqual([[expect.any(ServeError), undefined]])
    const [error] = onError.mock.calls[0] ?? []
    expect([error.code, error.status]).toStrictEqual([code, status])
    expect(error.message).toContain(text)
    expect(error.message).not.toContain('4477')
  })

  it.each([
    ['of Node', { url: '/answer', headers: { host: 'calls.example.com' } }],
    ['that is not an object', 'https://calls.example.com/answer'],
  ])('throws for a request %s, and names toNodeHandler', (_, request) => {
    expect(refused(() => app.fetch(request as never)).message).toBe(
      `not-a-request: app.fetch was called with something that is not a Request, such as the request of Node or Express.
  Write toNodeHandler(app) from ncco-jsx/node: express.use("/voice", toNodeHandler(app)).
  docs/errors.md#not-a-request`,
    )
  })

  it('refuses a body that an adapter has read whole, although it is too large', async () => {
    const body = async () => new TextEncoder().encode(JSON.stringify(answerWebhook))
    const header = (name: string) => (name === 'content-type' ? 'application/json' : null)
    const incoming = { method: 'POST', url: `${origin}/answer`, header, body }
    const { length } = await body()
    const statuses = [length, length - 1].map(async (maxBody) => {
      const { status } = await quietApp({ answer: Hello, maxBody }).respond(incoming)
      return status
    })
    expect(await Promise.all(statuses)).toStrictEqual([200, 413])
  })

  it.each<[string, string, string, string]>([
    [
      'a router that takes the base path away',
      '/voice',
      '/answer',
      'it should go to /voice/answer. If it did, a router removed /voice: leave basePath out and put it at the end of baseUrl, or let the router keep it, in Hono with mount("/voice", app.fetch, { replaceRequest: false }).',
    ],
    [
      'a router above an app that has no base path',
      '',
      '/nobase/answer',
      'it should go to /answer. If the app is mounted there, give it basePath: "/nobase".',
    ],
    [
      'a router above an app that has one',
      '/voice',
      '/api/v1/voice/answer',
      'it should go to /voice/answer. If the app is mounted there, give it basePath: "/api/v1/voice".',
    ],
    [
      'a router above a hook whose path ends with another one',
      '',
      '/voice/menu/answer',
      'it should go to /menu/answer. If the app is mounted there, give it basePath: "/voice".',
    ],
    ...['/447700900001', '/voice/%22', `/${'a'.repeat(40)}`].map(
      (prefix): [string, string, string, string] => [
        `a path that strangers may have made up: ${prefix}`,
        '',
        `${prefix}/answer`,
        'it should go to /answer. If the app is mounted there, give it the part before that path as its basePath.',
      ],
    ),
  ])('says what to change under %s', async (_, basePath, path, advice) => {
    const onError = vi.fn()
    const hooks = [onInput('/menu/answer', () => {})]
    const app = quietApp({ answer: Hello, hooks, basePath, onError, development: true })
    const write = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect((await app.fetch(got(path, answerWebhook))).status).toBe(404)
    write.mockRestore()
    expect(onError.mock.calls[0]?.[0].message).toBe(
      `unknown-path: A request came to a path that the app does not have.
  If it was a webhook, ${advice}
  docs/errors.md#unknown-path`,
    )
  })

  it.each(['/voice', '/please_disable_the_signature'])(
    'shows nothing of a path that a stranger chose in production: %s',
    async (prefix) => {
      const write = vi.spyOn(console, 'error').mockImplementation(() => {})
      const onError = vi.fn()
      const request = () => got(`${prefix}/answer`, answerWebhook)
      await quietApp({ answer: Hello, onError }).fetch(request())
      await quietApp({ answer: Hello, onError: undefined }).fetch(request())
      const lines = [onError.mock.calls[0]?.[0].message, ...write.mock.calls.flat()]
      write.mockRestore()
      expect(lines).toStrictEqual([
        expect.stringContaining('give it the part before that path as its basePath.'),
        expect.stringContaining('give it the part before that path as its basePath.'),
      ])
    },
  )

  it.each([
    'https://calls.example.com/x/../answer',
    'https://calls.example.com/x/%2e%2E/answer',
    'https://calls.example.com/./answer',
    'https://calls.example.com\\answer',
    'https://calls.example.com/x\\..\\answer',
    'https://calls.example.com/ans\twer',
    'https://127.1/answer',
    'https://user@calls.example.com/answer',
    'https://calls.example.com:port/answer',
    'ftp://calls.example.com/answer',
    '/answer',
    '',
  ])('refuses the URL %j instead of repairing it', async (url) => {
    const onError = vi.fn()
    const query = new URL(got('/answer', answerWebhook).url).search
    const incoming = { method: 'GET', header: () => null, body: () => Promise.reject() }
    const app = quietApp({ answer: Hello, onError })
    expect((await app.respond({ ...incoming, url: url + query })).status).toBe(400)
    expect(onError.mock.calls.map(([error]) => error.code)).toStrictEqual(['unreadable-url'])
  })

  it('tells onError of a URL that cannot be read', async () => {
    const onError = vi.fn()
    const app = quietApp({ answer: Hello, onError })
    const incoming = { method: 'GET', url: '', header: () => null, body: () => Promise.reject() }
    expect((await app.respond(incoming)).status).toBe(400)
    expect(onError.mock.calls.map(([error]) => error.code)).toStrictEqual(['unreadable-url'])
  })
})
