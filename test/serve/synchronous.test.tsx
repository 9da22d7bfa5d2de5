import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import jwt from 'jsonwebtoken'
import { Dtmf, Input, Talk } from 'ncco-jsx'
// Where it is loaded, components run in document order.
import { Choice, Menu as Question } from 'ncco-jsx/dialog'
import { type InputWebhookProps, onInput, type Reply } from 'ncco-jsx/serve'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { root, run } from '../../scripts/tools'
import { got, origin, quietApp, secret } from '../support/requests'
import { answerWebhook, inputWebhook } from '../support/webhooks'

const signature = { secret: 'S1gnatureSecret' }
const chosen = onInput('/chosen', ({ params }: InputWebhookProps<{ attempt: number }>) => (
  <Menu attempt={params.attempt + 1} />
))
const Menu = ({ attempt }: { attempt: number }) => (
  <Input eventUrl={chosen({ attempt })}>
    <Dtmf />
  </Input>
)
const options = { answer: () => <Menu attempt={1} />, hooks: [chosen], secret, signature }

/** A signed POST whose body is there at once, as on platforms that hand over an event. */
function posting(url: string, webhook: object) {
  const body = JSON.stringify(webhook)
  const payload_hash = createHash('sha256').update(body).digest('hex')
  const headers: Readonly<Record<string, string>> = {
    'content-type': 'application/json',
    authorization: `Bearer ${jwt.sign({ payload_hash }, signature.secret)}`,
  }
  return {
    method: 'POST',
    url,
    header: (name: string) => headers[name] ?? null,
    body: () => new TextEncoder().encode(body),
  }
}

const linkIn = ({ body }: Reply) =>
  (JSON.parse(body ?? '') as [{ eventUrl: [string] }])[0].eventUrl[0]

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a flow that waits for nothing', () => {
  it('is answered at once, signed and sealed, without a timer', () => {
    const setTimer = vi.spyOn(globalThis, 'setTimeout')
    const app = quietApp(options)
    const first = app.respond(posting(`${origin}/answer`, answerWebhook)) as Reply
    const second = app.respond(posting(linkIn(first), inputWebhook)) as Reply
    expect([first.status, second.status, linkIn(second)]).toStrictEqual([
      200,
      200,
      expect.stringContaining('/chosen?sealed='),
    ])
    expect(setTimer.mock.calls).toStrictEqual([])
  })

  it('is answered at once with a question', () => {
    const answer = () => (
      <Question prompt="For sales, press 1.">
        <Choice digit="1">
          <Talk>Sales.</Talk>
        </Choice>
      </Question>
    )
    const app = quietApp({ ...options, answer })
    const first = app.respond(posting(`${origin}/answer`, answerWebhook)) as Reply
    const [, { eventUrl }] = JSON.parse(first.body ?? '')
    expect(app.respond(posting(eventUrl[0], inputWebhook))).toMatchObject({
      status: 200,
      body: '[{"action":"talk","text":"Sales."}]',
    })
  })

  it.each<[string, object, number]>([
    ['refused', { body: () => undefined }, 503],
    ['refused by its body', { body: () => new TextEncoder().encode('{') }, 401],
    ['refused by its method', { method: 'PUT' }, 405],
    ['refused as HEAD', { method: 'HEAD' }, 422],
  ])('is %s at once', (_, changes, status) => {
    const incoming = { ...posting(`${origin}/answer`, answerWebhook), ...changes }
    expect(quietApp(options).respond(incoming)).toMatchObject({ status })
  })

  it('that fails is answered at once with what onError returns', () => {
    const answer = () => {
      throw new Error('broken')
    }
    const app = quietApp({ answer, onError: () => <Talk>Sorry</Talk> })
    const { url } = got('/answer', answerWebhook)
    const incoming = { method: 'GET', url, header: () => null, body: () => undefined }
    expect(app.respond(incoming)).toMatchObject({
      status: 200,
      body: '[{"action":"talk","text":"Sorry"}]',
    })
  })
})

describe('a flow that waits', () => {
  it('is answered by a promise', async () => {
    const app = quietApp({ ...options, answer: async () => <Menu attempt={1} /> })
    const reply = app.respond(posting(`${origin}/answer`, answerWebhook))
    expect(reply).toBeInstanceOf(Promise)
    expect(await reply).toMatchObject({ status: 200 })
  })

  it('is answered by a promise if the store of tokens has to be asked', async () => {
    const seen = async () => false
    const app = quietApp({ ...options, signature: { ...signature, seen } })
    const token = jwt.sign({ jti: 'a' }, signature.secret)
    const incoming = {
      method: 'GET',
      url: got('/answer', answerWebhook).url,
      header: () => `Bearer ${token}`,
      body: () => undefined,
    }
    const reply = app.respond(incoming)
    expect(reply).toBeInstanceOf(Promise)
    expect(await reply).toMatchObject({ status: 200 })
  })
})

describe('an app on a platform without node:crypto', () => {
  it('opens the links of others, and others open its links', async () => {
    const app = quietApp(options)
    const first = await app.respond(posting(`${origin}/answer`, answerWebhook))
    const tsx = createRequire(import.meta.url).resolve('tsx/cli')
    const script = fileURLToPath(new URL('../support/without-node-crypto.ts', import.meta.url))
    const printed = run(process.execPath, [tsx, script, linkIn(first)], root)
    const { waits, status, link, refused } = JSON.parse(printed)
    expect({ waits, status, refused }).toStrictEqual({ waits: true, status: 200, refused: 403 })
    expect(await app.respond(posting(link, inputWebhook))).toMatchObject({ status: 200 })
  })
})
