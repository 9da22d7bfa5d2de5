import { NccoError, Stream, Talk } from 'ncco-jsx'
import {
  type AnswerProps,
  type Call,
  createVoiceApp,
  onInput,
  ServeError,
  useCall,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { describe, expect, it, vi } from 'vitest'
import { got, origin, posted, quietApp, read, secret } from '../support/requests'
import { codeOf, refused } from '../support/serve-errors'
import { watchUnhandled } from '../support/unhandled'
import {
  answerWebhook,
  events,
  fallbackWebhook,
  inputWebhook,
  notifyWebhook,
} from '../support/webhooks'

const Hello = () => <Talk>Hello</Talk>
const hello = [{ action: 'talk', text: 'Hello' }]
const failed = { error: 'The flow gave no answer.' }
const hook = onInput('/chosen', Hello)

describe('createVoiceApp', () => {
  it.each<[string, unknown, string]>([
    ['no component', {}, 'bad-option'],
    ['nothing', undefined, 'bad-option'],
    ['a component that is none', { answer: <Hello /> }, 'bad-option'],
    ['an event component that is none', { answer: Hello, event: 'x' }, 'bad-option'],
    ['an unending deadline', { answer: Hello, deadline: Number.POSITIVE_INFINITY }, 'bad-option'],
    ['a deadline that no timer takes', { answer: Hello, deadline: 1e10 }, 'bad-option'],
    ['a deadline of 0', { answer: Hello, deadline: 0 }, 'bad-option'],
    ['hooks that are none', { answer: Hello, hooks: [Hello] }, 'bad-option'],
    ['a relative base URL', { answer: Hello, baseUrl: '/voice' }, 'bad-option'],
    ['a base URL that is none', { answer: Hello, baseUrl: 'calls.example.com' }, 'bad-option'],
    ['a base URL with a query', { answer: Hello, baseUrl: 'https://a.example/?b' }, 'bad-option'],
    ['a base path without a slash', { answer: Hello, basePath: 'voice' }, 'bad-path'],
    ['a base path that ends with a slash', { answer: Hello, basePath: '/voice/' }, 'bad-path'],
    ['a short secret', { answer: Hello, secret: 'short' }, 'weak-secret'],
    ['a short second secret', { answer: Hello, secret: [secret, 'short'] }, 'weak-secret'],
    ['a secret that is none', { answer: Hello, secret: 7 }, 'bad-option'],
    ['a signature without a secret', { answer: Hello, signature: {} }, 'bad-option'],
    ['an empty signature secret', { answer: Hello, signature: { secret: '' } }, 'bad-option'],
    ...(
      [
        ['an array of signature secrets', { secret: ['a'] }],
        ['no account with a signature secret', { secret: {} }],
        ['an account with an empty signature secret', { secret: { a1b2c3d4: '' } }],
        ['an age that is none', { maxAge: Number.NaN }],
        ['an age of 0', { maxAge: 0 }],
        ['a misspelt policy', { payloadHashOnGet: 'required' }],
        ['a store that is no function', { seen: new Set() }],
        ['an application id from a missing variable', { applicationId: undefined }],
        ['an empty application id', { applicationId: '' }],
        ['an issuer from a missing variable', { issuer: undefined }],
      ] satisfies [string, object][]
    ).map(([name, options]): [string, unknown, string] => [
      name,
      { answer: Hello, signature: { secret: 'x', ...options } },
      'bad-option',
    ]),
    [
      'two hooks on one path',
      { answer: Hello, hooks: [hook, onInput('/chosen', Hello)] },
      'path-taken',
    ],
    [
      'a hook on a path of the app',
      { answer: Hello, hooks: [onInput('/answer', Hello)] },
      'path-taken',
    ],
  ])('refuses %s', (_, options, code) => {
    expect(refused(() => createVoiceApp(options as VoiceAppOptions)).code).toBe(code)
  })

  it.each([
    'chosen',
    '',
    '/',
    '/a/',
    '/a?b',
    '/a#b',
    '/a b',
    '//a',
    '/a/../b',
    '/./a',
    '/%2e%2e/x',
    undefined,
  ])('refuses a hook at %s', (path) => {
    expect(refused(() => onInput(path as string, Hello)).code).toBe('bad-path')
  })

  it('says once, when it is made, that it accepts unsigned calls', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const app = createVoiceApp({ answer: Hello })
    await app.fetch(got('/answer', answerWebhook))
    expect(warn.mock.calls.flat()).toStrictEqual([
      'ncco-jsx: the app accepts unsigned webhooks, which anybody can send. Give it the signature secret of your account: createVoiceApp({ signature: { secret } }).',
    ])
    createVoiceApp({ answer: Hello, signature: false })
    createVoiceApp({ answer: Hello, signature: { secret: 'x' } })
    expect(warn).toHaveBeenCalledTimes(1)
    warn.mockRestore()
  })
})

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
    ['a fallback that the app does not have', posted('/voice/fallback', fallbackWebhook), 404],
    ['another content type', text('{}', 'text/plain'), 415],
    ['a type that only starts like JSON', text('{}', 'application/jsonp'), 415],
    ['no JSON', text('{'), 400],
    ['an empty body', text(''), 400],
    ['bytes that are no UTF-8', text(new Uint8Array([0x22, 0xff, 0x22])), 400],
    ['a body that is too large', text(`"${'a'.repeat(1000)}"`), 413],
    ['JSON that is no object', text('[]'), 422],
    ['an object that is no webhook', text('{}'), 422],
    ['a query that is no webhook', got('/voice/answer', {}), 422],
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
    ['a notification', { ...answerWebhook, payload: '{}' }],
    ['an error', { reason: 'x', conversation_uuid: 'y' }],
  ])('refuses %s in a query where an answer webhook is expected', async (_, webhook) => {
    expect((await app.fetch(got('/voice/answer', webhook))).status).toBe(422)
  })

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
      `unexpected-webhook: The answer webhook at /answer lacks a field that is documented, or has it with another type: from, uuid.
  Look at which URL is set where: in the application, in the call, and in the flow.
  docs/errors.md#unexpected-webhook`,
    )
  })
})

describe('the props of a webhook', () => {
  async function propsOf(request: Request): Promise<Record<string, unknown>> {
    let props: Record<string, unknown> = {}
    const answer = (given: AnswerProps) => {
      props = { ...given }
      return <Hello />
    }
    expect((await quietApp({ answer }).fetch(request)).status).toBe(200)
    const { query: _, sipHeaders, ...others } = props
    return { ...others, sip: [...(sipHeaders as AnswerProps['sipHeaders'])] }
  }

  const webhook = {
    ...answerWebhook,
    custom_data: { plan: 'gold', tries: 0 },
    'SipHeader_X-Account': '42',
    'SipHeader_user-to-user': 'abc',
    tomorrow: 'new',
    __proto__x: 'y',
  }
  const documented = {
    ...answerWebhook,
    custom_data: webhook.custom_data,
    'SipHeader_X-Account': '42',
    'SipHeader_user-to-user': 'abc',
    kind: 'answer',
    params: undefined,
    sip: [
      ['x-account', '42'],
      ['user-to-user', 'abc'],
    ],
  }

  it('are its documented fields; the others are in fields', async () => {
    expect(await propsOf(posted('/answer', webhook))).toStrictEqual({
      ...documented,
      fields: webhook,
    })
  })

  it('are the same from a query, where nested values are JSON text', async () => {
    const { fields, ...others } = await propsOf(got('/answer', webhook))
    expect(others).toStrictEqual(documented)
    expect({ ...(fields as object) }).toStrictEqual({
      ...webhook,
      custom_data: '{"plan":"gold","tries":0}',
    })
  })

  it('leave out what is null', async () => {
    const { from, region_url, ...rest } = answerWebhook
    const { fields: _, ...props } = await propsOf(
      posted('/answer', { ...rest, from: null, region_url: '' }),
    )
    expect(props).toStrictEqual({
      ...rest,
      region_url: '',
      kind: 'answer',
      params: undefined,
      sip: [],
    })
  })

  it.each<[string, Request, object]>([
    [
      'GET',
      got('/answer?reason=reminder&status=vip&payload=x&dtmf=1', answerWebhook),
      { reason: 'reminder', status: 'vip' },
    ],
    ['POST', posted('/answer?customer=7&sealed=a', answerWebhook), { customer: '7' }],
  ])('hold the query that the URL of a %s had of its own', async (_, request, own) => {
    let query: object = {}
    const answer = (props: AnswerProps) => {
      query = props.query
      return <Hello />
    }
    expect((await quietApp({ answer }).fetch(request)).status).toBe(200)
    expect(query).toMatchObject(own)
    expect(query).not.toHaveProperty('sealed')
  })

  it('hold SIP headers as text, and none that is no text', async () => {
    const { 'SipHeader_X-A': a, sip } = await propsOf(
      posted('/answer', { ...answerWebhook, 'SipHeader_X-A': 42, 'SipHeader_X-B': { c: 1 } }),
    )
    expect([a, sip]).toStrictEqual(['42', [['x-a', '42']]])
  })

  it('find SIP headers in any case', async () => {
    let found: unknown[] = []
    const answer = ({ sipHeaders }: AnswerProps) => {
      found = [sipHeaders.get('x-ACCOUNT'), sipHeaders.has('X-Account'), sipHeaders.get('Other')]
      return <Hello />
    }
    await quietApp({ answer }).fetch(posted('/answer', webhook))
    expect(found).toStrictEqual(['42', true, undefined])
  })

  it('hold no field that could pass for something else', async () => {
    const sent = { ...answerWebhook, children: 'x', key: 'y', kind: 'error', params: 1, fields: 2 }
    const props = await propsOf(posted('/answer', sent))
    expect(Object.keys(props).sort()).toStrictEqual(
      [...Object.keys(answerWebhook), 'fields', 'kind', 'params', 'sip'].sort(),
    )
    expect(props.kind).toBe('answer')
  })
})

describe('useCall', () => {
  it('gives the webhook to any component, also an async one', async () => {
    const Caller = () => <>{useCall().from}</>
    const Later = async () => {
      const { to } = useCall()
      await Promise.resolve()
      return (
        <Talk>
          {to} <Caller />
        </Talk>
      )
    }
    const app = quietApp({ answer: () => <Later /> })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([
      200,
      [{ action: 'talk', text: '447700900000 447700900001' }],
    ])
  })

  it('keeps a thousand calls at once apart', async () => {
    const Caller = async () => {
      const { uuid } = useCall()
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
      return <Talk>{uuid}</Talk>
    }
    const app = quietApp({ answer: Caller })
    const uuids = Array.from({ length: 1000 }, (_, index) => `leg-${index}`)
    const answers = await Promise.all(
      uuids.map((uuid) => read(app.fetch(posted('/answer', { ...answerWebhook, uuid })))),
    )
    expect(answers).toStrictEqual(uuids.map((text) => [200, [{ action: 'talk', text }]]))
  })
})

describe('a path in an option that takes a URL', () => {
  const answer = () => <Stream streamUrl="/hello.mp3" />
  const urlFrom = async (options: Partial<VoiceAppOptions>, request: Request) => {
    const [, body] = await read(quietApp({ answer, ...options }).fetch(request))
    return (body as [{ streamUrl: [string] }])[0].streamUrl[0]
  }
  const forwarded = {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'public.example.com, inner.example.com',
  }
  const inside = (headers = {}) => {
    const { url } = got('/answer', answerWebhook)
    return new Request(url.replace(origin, 'http://10.0.0.1:3000'), { headers })
  }

  it.each<[string, Partial<VoiceAppOptions>, Request, string]>([
    ['the origin of the request', {}, inside(), 'http://10.0.0.1:3000'],
    [
      'its own origin with headers that it does not trust',
      {},
      inside(forwarded),
      'http://10.0.0.1:3000',
    ],
    [
      'what a trusted proxy says',
      { trustProxy: true },
      inside(forwarded),
      'https://public.example.com',
    ],
    ['its own origin without a proxy', { trustProxy: true }, inside(), 'http://10.0.0.1:3000'],
    [
      'its own origin for nonsense',
      { trustProxy: true },
      inside({ 'x-forwarded-host': 'a/b?c' }),
      'http://10.0.0.1:3000',
    ],
    [
      'baseUrl',
      { baseUrl: 'https://a.example/', trustProxy: true },
      inside(forwarded),
      'https://a.example',
    ],
    ['baseUrl with its path', { baseUrl: 'https://a.example/b' }, inside(), 'https://a.example/b'],
  ])('starts with %s', async (_, options, request, base) => {
    expect(await urlFrom(options, request)).toBe(`${base}/hello.mp3`)
  })

  it.each(['hello.mp3', '//other.example.com/a.mp3'])('is refused as %s', async (streamUrl) => {
    const onError = vi.fn()
    const app = quietApp({ answer: () => <Stream streamUrl={streamUrl} />, onError })
    await app.fetch(got('/answer', answerWebhook))
    expect(onError.mock.calls.map(([error]) => codeOf(error))).toStrictEqual(['bad-url'])
  })
})

describe('a flow that fails', () => {
  const unhandled = watchUnhandled()
  const Broken = (): never => {
    throw new Error('for 447700900001')
  }

  it('is answered with what onError returns', async () => {
    const seen: unknown[] = []
    const onError = (error: unknown, call: Call | undefined) => {
      seen.push(codeOf(error), (error as Error).cause, call?.uuid)
      return <Talk>Sorry, {call?.from}.</Talk>
    }
    const app = quietApp({ answer: Broken, onError })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([
      200,
      [{ action: 'talk', text: 'Sorry, 447700900001.' }],
    ])
    expect(seen).toStrictEqual([
      'component-threw',
      new Error('for 447700900001'),
      answerWebhook.uuid,
    ])
  })

  it.each<[string, VoiceAppOptions['onError']]>([
    ['fails', Broken],
    ['fails later', async () => Broken()],
    ['returns a flow that fails', () => <Broken />],
    ['returns a flow that breaks a rule', () => <Talk loop={-1}>Sorry</Talk>],
    ['returns nothing', () => {}],
    ['returns null', () => null],
    ['never settles', () => new Promise(() => {})],
  ])('is answered with 503 if onError %s', async (_, onError) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = quietApp({ answer: Broken, onError, deadline: 200 })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([503, failed])
    error.mockRestore()
    expect(await unhandled()).toStrictEqual([])
  })

  it('breaks rules, and onError learns which', async () => {
    const onError = vi.fn()
    const app = quietApp({ answer: () => <Talk loop={-1}>Hello</Talk>, onError })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([503, failed])
    const [error] = onError.mock.calls[0] ?? []
    expect(error).toBeInstanceOf(NccoError)
    expect(error.issues).toMatchObject([{ code: 'out-of-range', path: '/0/loop', element: 'Talk' }])
  })

  it.each<[string, () => Promise<never>]>([
    ['never settles', () => new Promise(() => {})],
    [
      'fails too late',
      () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 150)),
    ],
  ])('ends at the deadline if it %s', async (_, answer) => {
    const onError = vi.fn(() => <Talk>Sorry</Talk>)
    const app = quietApp({ answer, onError, deadline: 100 })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([
      200,
      [{ action: 'talk', text: 'Sorry' }],
    ])
    expect(onError.mock.calls.map(([error]: unknown[]) => codeOf(error))).toStrictEqual([
      'deadline-exceeded',
    ])
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await unhandled()).toStrictEqual([])
  })

  it('lets the call go on where that is possible', async () => {
    const app = quietApp({ event: Broken })
    expect(await read(app.fetch(posted('/event', notifyWebhook)))).toStrictEqual([204, undefined])
  })

  it.each([
    ['in development', true, undefined, 2],
    ['in development, also with onError', true, () => {}, 2],
    ['in production, without an onError', false, undefined, 1],
    ['in production, with an onError', false, () => {}, 0],
  ])('is written to the console %s', async (_, development, onError, count) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = quietApp({ answer: Broken, development, onError })
    await app.fetch(got('/answer', answerWebhook))
    const written = error.mock.calls.flat()
    error.mockRestore()
    expect(written).toHaveLength(count)
    if (!development) expect(written.join()).not.toContain('447700900001')
  })

  it('hands warnings over, with the webhook', async () => {
    const onWarning = vi.fn()
    const answer = () => <Talk language="xx-XX">Hello</Talk>
    await quietApp({ answer, onWarning }).fetch(got('/answer', answerWebhook))
    expect(onWarning.mock.calls.map(([{ code }, { uuid }]) => [code, uuid])).toStrictEqual([
      ['unknown-language', answerWebhook.uuid],
    ])
  })
})
