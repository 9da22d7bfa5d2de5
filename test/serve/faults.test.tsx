import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import jwt from 'jsonwebtoken'
import { Talk } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import { ServeError, type SignatureOptions, type VoiceAppOptions } from 'ncco-jsx/serve'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { got, posted, quietApp, read } from '../support/requests'
import { codeOf } from '../support/serve-errors'
import { listen } from '../support/servers'
import { watchUnhandled } from '../support/unhandled'
import { answerWebhook } from '../support/webhooks'

const Hello = () => <Talk>Hello</Talk>
const Warned = () => <Talk language="xx-XX">Hello</Talk>
const Broken = (): never => {
  throw new Error('for 447700900001')
}
const thrower = (thrown: () => unknown) => (): never => {
  throw thrown()
}
const failed = [503, { error: 'The flow gave no answer.' }]

const written = vi.spyOn(console, 'error')

beforeEach(() => {
  written.mockReset().mockImplementation(() => {})
})

afterEach(() => {
  vi.useRealTimers()
})

/** An error that cannot be written, as the console finds out. */
function unwritable(): Error {
  return Object.defineProperty(new Error(), inspect.custom, { value: Broken })
}

/** An object that answers no question. */
function closed(): object {
  return new Proxy({}, { has: Broken, get: Broken, getPrototypeOf: Broken })
}

describe('an app whose parts fail in unusual ways', () => {
  const unhandled = watchUnhandled()

  it.each<[string, Partial<VoiceAppOptions>]>([
    ['an error that cannot be written', { answer: thrower(unwritable), development: true }],
    ['a value that cannot be asked', { answer: thrower(closed) }],
    [
      'a value that cannot be asked, in development',
      { answer: thrower(closed), development: true },
    ],
    ['a promise that fails', { answer: thrower(() => Promise.reject(new Error('later'))) }],
    [
      'a promise that fails, later',
      {
        answer: async () => {
          await null
          throw Promise.reject(new Error('later'))
        },
      },
    ],
    ['nothing at all', { answer: thrower(() => undefined), development: true }],
    ['a value that cannot be asked in onError', { answer: Broken, onError: thrower(closed) }],
    [
      'a promise that fails in onError',
      { answer: Broken, onError: thrower(() => Promise.reject(new Error('later'))) },
    ],
  ])('answers with 503 for %s', async (_, options) => {
    // As a terminal would be written to.
    written.mockImplementation((...what) => void what.map((value) => inspect(value)))
    expect(await read(quietApp(options).fetch(got('/answer', answerWebhook)))).toStrictEqual(failed)
    expect(await unhandled()).toStrictEqual([])
  })

  it.each([true, false])(
    'goes on with a console that throws (development: %s)',
    async (development) => {
      written.mockImplementation(Broken)
      const app = quietApp({ answer: Broken, onError: Broken, development })
      expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual(failed)
    },
  )

  it('writes what it can of an error that cannot be written', async () => {
    written.mockImplementation((...what) => void what.map((value) => inspect(value)))
    const app = quietApp({ answer: thrower(unwritable), development: true })
    await app.fetch(got('/answer', answerWebhook))
    expect(written.mock.lastCall).toStrictEqual([expect.stringMatching(/^component-threw: /)])
  })

  it.each<[string, VoiceAppOptions['onWarning']]>([
    ['throws', Broken],
    ['fails later', async () => Broken()],
    ['throws what cannot be asked', thrower(closed)],
  ])('answers with the NCCO if onWarning %s, and says that it failed', async (_, onWarning) => {
    const app = quietApp({ answer: Warned, onWarning })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([
      200,
      [{ action: 'talk', text: 'Hello', language: 'xx-XX' }],
    ])
    expect(await unhandled()).toStrictEqual([])
    expect(written.mock.calls.flat()).toStrictEqual([
      'ncco-jsx: onWarning of createVoiceApp failed itself',
      'ncco-jsx: createVoiceApp({ development: true }) writes its error too.',
    ])
  })

  it.each([
    ['throws', Broken],
    ['throws what cannot be asked', thrower(closed)],
    ['throws a promise', thrower(() => Promise.reject(new Error('later')))],
  ])('answers with 503 if the store of tokens %s', async (_, seen) => {
    const secret = 'S1gnatureSecret'
    const payload_hash = createHash('sha256').update(JSON.stringify(answerWebhook)).digest('hex')
    const token = jwt.sign({ jti: 'a', payload_hash }, secret)
    const app = quietApp({ answer: Hello, signature: { secret, seen } })
    const request = posted('/answer', answerWebhook, { authorization: `Bearer ${token}` })
    expect(await read(app.fetch(request))).toStrictEqual(failed)
    expect(await unhandled()).toStrictEqual([])
  })
})

describe('a store of tokens that answers after the deadline', () => {
  it('is blamed for it, and starts no flow any more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const secret = 'S1gnatureSecret'
    const payload_hash = createHash('sha256').update(JSON.stringify(answerWebhook)).digest('hex')
    const token = jwt.sign({ jti: 'a', payload_hash }, secret)
    const answer = vi.fn(Hello)
    let settle: ((wasSeen: boolean) => void) | undefined
    let seen: SignatureOptions['seen']
    const wasAsked = new Promise<void>((asked) => {
      seen = () => {
        asked()
        return new Promise<boolean>((resolve) => {
          settle = resolve
        })
      }
    })
    const onError = vi.fn()
    const app = quietApp({ answer, signature: { secret, seen }, deadline: 1000, onError })
    const request = posted('/answer', answerWebhook, { authorization: `Bearer ${token}` })
    const response = read(app.fetch(request))
    await wasAsked
    await vi.advanceTimersByTimeAsync(1000)
    expect(await response).toStrictEqual(failed)
    expect(onError.mock.calls).toStrictEqual([[expect.any(ServeError), undefined]])
    expect(onError.mock.calls[0]?.[0].message).toBe(
      `seen-too-slow: No flow was started, because signature.seen of createVoiceApp gave no answer within 750 ms.
  Check the store that it asks, and give its client a shorter timeout.
  docs/errors.md#seen-too-slow`,
    )
    settle?.(false)
    await new Promise((resolve) => setImmediate(resolve))
    expect([typeof settle, answer.mock.calls]).toStrictEqual(['function', []])
  })
})

describe('an onError', () => {
  const unhandled = watchUnhandled()
  const answered = [200, [{ action: 'talk', text: 'Sorry' }]]
  const after = (milliseconds: number) => async () => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    return <Talk>Sorry</Talk>
  }

  it('that fails is written to the console in production too, with what it was told', async () => {
    const app = quietApp({ answer: Broken, onError: Broken })
    await app.fetch(got('/answer', answerWebhook))
    const lines = written.mock.calls.flat().join('\n')
    expect(lines).toMatch(
      /^ncco-jsx: onError of createVoiceApp failed itself, given component-threw/,
    )
    expect(lines).not.toContain('447700900001')
  })

  it('has what is left of the deadline', async () => {
    const app = quietApp({ answer: Broken, onError: after(400), deadline: 1000 })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual(answered)
  })

  it('that never settles delays no refusal', async () => {
    const onError = vi.fn(() => new Promise<never>(() => {}))
    const app = quietApp({ answer: Hello, onError, deadline: 10_000 })
    expect((await app.fetch(posted('/answer', {}))).status).toBe(422)
    expect(onError.mock.calls.map(([error]: unknown[]) => codeOf(error))).toStrictEqual([
      'unexpected-webhook',
    ])
  })

  it('may fail on a refusal', async () => {
    const app = quietApp({ answer: Hello, onError: async () => Broken() })
    expect((await app.fetch(posted('/answer', {}))).status).toBe(422)
    expect(await unhandled()).toStrictEqual([])
    expect(written).toHaveBeenCalled()
  })
})

describe('a body that does not arrive', () => {
  it('is given up at the deadline, so that Vonage sends it again', async () => {
    const cancelled = vi.fn()
    const body = new ReadableStream({ cancel: cancelled })
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body, duplex: 'half' }
    const onError = vi.fn()
    const app = quietApp({ answer: Hello, onError, deadline: 100 })
    const request = new Request('https://calls.example.com/answer', init)
    expect(await read(app.fetch(request))).toStrictEqual(failed)
    expect(onError.mock.calls.map(([error]) => codeOf(error))).toStrictEqual(['body-too-slow'])
    expect(cancelled).toHaveBeenCalledTimes(1)
  })
})

describe('a Node server', () => {
  it('lives on when a flow throws what cannot be written', async () => {
    written.mockImplementation((...what) => void what.map((value) => inspect(value)))
    const app = quietApp({ answer: thrower(unwritable), development: true })
    const base = await listen(toNodeHandler(app))
    const query = new URLSearchParams({ ...answerWebhook } as Record<string, string>)
    expect(await read(fetch(`${base}/answer?${query}`))).toStrictEqual(failed)
    expect((await fetch(`${base}/nowhere`)).status).toBe(404)
  })
})
