import { createHash, createHmac, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
// The library that `@vonage/jwt` uses.
import jwt from 'jsonwebtoken'
import { Dtmf, Input, Talk } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import { onInput, type SignatureOptions } from 'ncco-jsx/serve'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { otherSpellings } from '../support/base64url'
import { got, secret as linkSecret, posted, quietApp, read } from '../support/requests'
import { codeOf } from '../support/serve-errors'
import { listen } from '../support/servers'
import { answerWebhook, inputWebhook } from '../support/webhooks'

const secret = 'S1gnatureSecret'
const body = JSON.stringify(answerWebhook)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const now = () => Math.floor(Date.now() / 1000)

/** The claims of a token of Vonage's for a POST. */
const claims = () => ({
  iat: now(),
  jti: 'c3b5bd44-31fd-4d05-a7b1-0d0a6a2a9a37',
  iss: 'Vonage',
  payload_hash: sha256(body),
  api_key: 'a1b2c3d4',
  application_id: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
})

const sign = (changes: object = {}, key = secret) =>
  jwt.sign({ ...claims(), ...changes }, key, { algorithm: 'HS256' })

/** The status of a signed request, and the code that onError receives. */
async function ask(request: Request, options: Partial<SignatureOptions> = {}) {
  const learnt: unknown[] = []
  const app = quietApp({
    answer: () => <Talk>Hello</Talk>,
    signature: { secret, ...options },
    onError: (error) => {
      learnt.push(codeOf(error))
    },
  })
  const response = await app.fetch(request)
  if (response.status === 401)
    expect(await response.json()).toStrictEqual({ error: 'Unauthorized.' })
  return [response.status, ...learnt]
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const post = (token: string) => posted('/answer', answerWebhook, bearer(token))

const refused = [401, 'bad-signature']
const unsigned = [503, 'missing-signature']

afterEach(() => {
  vi.useRealTimers()
})

describe('an unsigned webhook', () => {
  it('in development is told how to try the app', async () => {
    const write = vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = quietApp({ signature: { secret }, development: true })
    const answer = await read(app.fetch(posted('/answer', answerWebhook)))
    const written = write.mock.calls.flat()
    write.mockRestore()
    const hint =
      'To try the app without Vonage, call it with dial(app, { signature: { secret } }) of ncco-jsx/simulate, or make it with signature: false.'
    expect(answer).toStrictEqual([503, { error: 'The flow gave no answer.', hint }])
    expect(written).toStrictEqual([expect.stringContaining(`removes the header. ${hint}\n`)])
  })

  it('in production is told nothing', async () => {
    const app = quietApp({ signature: { secret } })
    expect(await read(app.fetch(posted('/answer', answerWebhook)))).toStrictEqual([
      503,
      { error: 'The flow gave no answer.' },
    ])
  })
})

describe('signature.methods', () => {
  const methods = ['POST'] as const

  it.each(['GET', 'HEAD'])('refuses a %s that it does not name', async (method) => {
    const { url, headers } = got('/answer', answerWebhook, bearer(sign()))
    const onError = vi.fn()
    const app = quietApp({ signature: { secret, methods }, onError })
    const response = await app.fetch(new Request(url, { method, headers }))
    expect([response.status, response.headers.get('allow')]).toStrictEqual([405, 'POST, OPTIONS'])
    const [error] = onError.mock.calls[0] ?? []
    expect(error.message).toBe(
      `refused-method: A ${method} came to /answer, but signature.methods of createVoiceApp accepts only POST.
  If Vonage sent it, set answer_method and event_method of the application, or eventMethod of the action, to POST.
  docs/errors.md#refused-method`,
    )
  })

  it('accepts a POST that it names', async () => {
    expect(await ask(post(sign()), { methods })).toStrictEqual([200])
  })

  it('refuses a POST that it does not name', async () => {
    const response = await ask(post(sign()), { methods: ['GET'] })
    expect(response).toStrictEqual([405, 'refused-method'])
  })
})

describe('a signed POST', () => {
  it.each<[string, object, Partial<SignatureOptions>]>([
    ['as Vonage signs it', {}, {}],
    ['with a hash in capitals', { payload_hash: sha256(body).toUpperCase() }, {}],
    ['of the application', {}, { applicationId: claims().application_id }],
    ['of the issuer', {}, { issuer: 'Vonage' }],
    ['of one of several accounts', {}, { secret: { other: 'other', a1b2c3d4: secret } }],
    ['that is four minutes old', { iat: now() - 240 }, {}],
    ['of a clock that is ahead', { iat: now() + 20 }, {}],
    ['that says when it ends', { exp: now() + 60 }, {}],
    ['that ended by a clock that is behind', { exp: now() - 20 }, {}],
    ['that begins by a clock that is ahead', { nbf: now() + 20 }, {}],
    ['that was not seen', {}, { seen: () => false }],
  ])('%s is taken', async (_, changes, options) => {
    expect(await ask(post(sign(changes)), options)).toStrictEqual([200])
  })

  it.each<[string, object, Partial<SignatureOptions>]>([
    ['of another application', {}, { applicationId: 'other' }],
    ['without an application', { application_id: undefined }, { applicationId: 'other' }],
    ['of another issuer', { iss: 'Other' }, { issuer: 'Vonage' }],
    ['of an unknown account', {}, { secret: { other: secret } }],
    ['of an account named like a method', { api_key: 'toString' }, { secret: { other: secret } }],
    ['without an account', { api_key: undefined }, { secret: { other: secret } }],
    ['that is too old', { iat: now() - 400 }, {}],
    ['that is older than asked for', { iat: now() - 120 }, { maxAge: 60 }],
    ['from the future', { iat: now() + 120 }, {}],
    ['that has ended', { exp: now() - 60 }, {}],
    ['of another body', { payload_hash: sha256(`${body} `) }, {}],
    ['without a hash', { payload_hash: undefined }, {}],
    ['with a number as hash', { payload_hash: 7 }, {}],
    ['with a shorter hash', { payload_hash: sha256(body).slice(0, 32) }, {}],
    ['that was seen', {}, { seen: async () => true }],
    ['without an id', { jti: undefined }, { seen: () => false }],
  ])('%s is refused', async (_, changes, options) => {
    expect(await ask(post(sign(changes)), options)).toStrictEqual(refused)
  })

  it.each<[string, string]>([
    ['another secret', sign({}, 'other')],
    ['no algorithm', jwt.sign(claims(), '', { algorithm: 'none' })],
    ['HS512', jwt.sign(claims(), secret, { algorithm: 'HS512' })],
    [
      'RS256',
      jwt.sign(claims(), generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, {
        algorithm: 'RS256',
      }),
    ],
    ['no iat', withoutIat()],
  ])('with %s is refused', async (_, token) => {
    expect(await ask(post(token))).toStrictEqual(refused)
  })

  it('with an altered body is refused', async () => {
    const altered = { ...answerWebhook, to: '447700900009' }
    expect(await ask(posted('/answer', altered, bearer(sign())))).toStrictEqual(refused)
  })

  it('is refused when it comes again', async () => {
    const known = new Set<string>()
    const seconds: number[] = []
    const seen = (jti: string, forSeconds: number) => {
      seconds.push(forSeconds)
      return known.size === known.add(jti).size
    }
    const token = sign()
    expect(await ask(post(token), { seen })).toStrictEqual([200])
    expect(await ask(post(token), { seen })).toStrictEqual(refused)
    expect(seconds).toStrictEqual([360, 360])
  })

  it('is not remembered when it is refused for something else', async () => {
    const seen = vi.fn(() => false)
    await ask(post(sign({ payload_hash: 'x' })), { seen })
    expect(seen).not.toHaveBeenCalled()
  })

  it('is answered with 503 when the store of tokens fails', async () => {
    const seen = () => Promise.reject(new Error('The store is away.'))
    expect(await ask(post(sign()), { seen })).toStrictEqual([503, undefined])
  })
})

describe('a signed GET', () => {
  const query = (changes: object = {}) =>
    got('/answer', { ...answerWebhook, ...changes }, bearer(sign()))
  const wrong = query({ to: '447700900009' })

  it.each<[string, SignatureOptions['payloadHashOnGet'], object, Request, boolean]>([
    ['the right hash', 'if-present', {}, query(), true],
    ['the right hash', 'require', {}, query(), true],
    ['an altered query', 'if-present', {}, wrong, false],
    ['an altered query', 'require', {}, wrong, false],
    ['an altered query', 'ignore', {}, wrong, true],
    ['no hash', 'if-present', { payload_hash: undefined }, query(), true],
    ['no hash', 'require', { payload_hash: undefined }, query(), false],
    ['no hash', 'ignore', { payload_hash: undefined }, query(), true],
  ])('with %s and payloadHashOnGet %s', async (_, payloadHashOnGet, changes, request, isTaken) => {
    request.headers.set('authorization', `Bearer ${sign(changes)}`)
    expect(await ask(new Request(request), { payloadHashOnGet })).toStrictEqual(
      isTaken ? [200] : refused,
    )
  })

  it.each(['if-present', 'require'] as const)(
    'with a parameter that stands twice and payloadHashOnGet %s is refused',
    async (payloadHashOnGet) => {
      const { url } = got('/answer', answerWebhook)
      const authorization = `Bearer ${sign()}`
      for (const twin of ['to=x', 'sealed=x&sealed=y']) {
        const altered = url.replace('?', `?${twin}&`)
        const request = new Request(altered, { headers: { authorization } })
        expect(await ask(request, { payloadHashOnGet })).toStrictEqual(refused)
      }
    },
  )

  it.each(
    (['if-present', 'require'] as const).flatMap((policy) => [
      [policy, 'as it was asked for', true, 200],
      [policy, 'without the seal', false, 200],
      [policy, 'with another caller', false, 401],
    ]) as ['if-present' | 'require', string, boolean, number][],
  )(
    'over a sealed link and payloadHashOnGet %s takes the hash of the query %s',
    async (payloadHashOnGet, how, isWhole, status) => {
      const chosen = onInput('/chosen', ({ params }) => <Talk>{String(params)}</Talk>)
      const answer = () => (
        <Input eventUrl={chosen()}>
          <Dtmf />
        </Input>
      )
      const app = quietApp({
        answer,
        hooks: [chosen],
        secret: linkSecret,
        signature: { secret, payloadHashOnGet },
      })
      const first = await app.fetch(post(sign()))
      const [{ eventUrl }] = await first.json()
      const { url } = got(eventUrl[0], inputWebhook)
      const signed = [...new URL(url).searchParams].filter(([name]) => isWhole || name !== 'sealed')
      const fields = { ...Object.fromEntries(signed), ...(how.includes('caller') && { from: '1' }) }
      const token = sign({ payload_hash: sha256(JSON.stringify(fields)) })
      expect((await app.fetch(new Request(url, { headers: bearer(token) }))).status).toBe(status)
    },
  )

  it('is refused without a token', async () => {
    expect(await ask(got('/answer', answerWebhook))).toStrictEqual(unsigned)
  })
})

describe('an Authorization header', () => {
  it('that is missing gets a status after which Vonage sends the webhook again', async () => {
    expect(await ask(posted('/answer', answerWebhook))).toStrictEqual(unsigned)
  })

  it.each<[string, string]>([
    ['that is empty', ''],
    ['of another scheme', `Basic ${sign()}`],
    ['without a scheme', sign()],
    ['with two tokens', `Bearer ${sign()}, Bearer ${sign()}`],
    ['with a token and more', `Bearer ${sign()} more`],
  ])('%s is refused', async (_, authorization) => {
    expect(await ask(posted('/answer', answerWebhook, { authorization }))).toStrictEqual(refused)
  })

  it('that is sent twice is refused, of which Node keeps only the first', async () => {
    const app = quietApp({ answer: () => <Talk>Hello</Talk>, signature: { secret } })
    const base = new URL(await listen(toNodeHandler(app)))
    const { request } = await import('node:http')
    const status = (tokens: string[]) =>
      new Promise<number | undefined>((resolve, reject) => {
        const sent = request(base, {
          path: '/answer',
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            authorization: tokens.map((token) => `Bearer ${token}`) as unknown as string,
          },
        })
        sent.on('response', (response) => resolve(response.resume().statusCode))
        sent.on('error', reject)
        sent.end(body)
      })
    expect(await status([sign()])).toBe(200)
    expect(await status([sign(), sign({}, 'other')])).toBe(401)
  })

  const parts = sign().split('.')
  const base64 = (text: string) => Buffer.from(text).toString('base64url')
  const signed = (header: string, payload: string) => {
    const content = `${base64(header)}.${base64(payload)}`
    return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
  }
  const mutation = fc.oneof(
    fc.string(),
    fc.array(fc.base64String(), { minLength: 0, maxLength: 6 }).map((all) => all.join('.')),
    fc.nat(2).map((gone) => parts.filter((_, index) => index !== gone).join('.')),
    fc
      .tuple(fc.nat(2), fc.base64String())
      .map(([at, text]) => parts.map((part, index) => (index === at ? text : part)).join('.')),
    fc.nat(parts.join('.').length - 1).map((end) => parts.join('.').slice(0, end)),
    fc.json().map((header) => signed(header, JSON.stringify(claims()))),
    fc.json().map((payload) => signed('{"alg":"HS256","typ":"JWT"}', payload)),
    fc.string().map((payload) => signed('{"alg":"HS256"}', payload)),
    fc
      .constantFrom('hs256', 'HS384', 'none', 'None', 'ES256', '', null, 7)
      .map((alg) => signed(JSON.stringify({ alg }), JSON.stringify(claims()))),
    fc
      .constantFrom('now', null, true, [], {}, Number.MAX_VALUE, -1)
      .map((iat) => signed('{"alg":"HS256"}', JSON.stringify({ ...claims(), iat }))),
  )

  it('in another spelling of the same bytes is refused', async () => {
    const spellings = otherSpellings(parts.join('.'))
    expect(spellings.length).toBeGreaterThan(3)
    for (const token of spellings) expect(await ask(post(token))).toStrictEqual(refused)
  })

  it('that is malformed in any way is refused', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (token) => {
        // An HTTP header cannot hold it.
        fc.pre(/^[\x20-\x7e]*$/.test(token) && token !== parts.join('.'))
        expect(await ask(post(token))).toStrictEqual(refused)
      }),
      { numRuns: 500 },
    )
  })
})

/** A token as a signer makes it that says not when. */
function withoutIat(): string {
  const { iat: _, ...others } = claims()
  return jwt.sign(others, secret, { algorithm: 'HS256', noTimestamp: true })
}
