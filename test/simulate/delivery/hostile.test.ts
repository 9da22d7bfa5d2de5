import fc from 'fast-check'
import { dial, SimulatorError } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { answering, connect, keys, talk } from '../../support/answering'
import { listen } from '../../support/servers'

const notify = (url: string) => [{ action: 'notify', payload: {}, eventUrl: [url] }, talk('Hello.')]

describe('a URL', () => {
  it.each(['http://[', 'http://h:99999/', 'http://%zz/', 'https://a^b/', 'nowhere'])(
    '%s that nothing can fetch is a failure that is not tried again',
    async (url) => {
      const call = await dial(answering({ '/answer': notify(url) }))
      expect(call.heard).toStrictEqual(['Hello.'])
      expect(call.webhooks.map(({ kind }) => kind)).toStrictEqual(['answer', 'notify'])
      expect(call.transcript()).toContain(`POST ${url}: Invalid URL.`)
    },
  )

  it('with a password is fetched with Basic authorization, and shown without it', async () => {
    const seen: (string | null)[] = []
    const app = answering({
      '/answer': notify('https://user:p%40ss@app.example.com/n'),
      '/n': undefined,
    })
    const call = await dial((request) => {
      seen.push(request.headers.get('authorization'))
      return app(request)
    })
    expect(seen).toStrictEqual([null, `Basic ${btoa('user:p@ss')}`])
    expect(call.transcript()).toContain('POST https://app.example.com/n: 204')
    expect(call.transcript()).not.toContain('p%40ss')
  })

  it('may be the public base of an app, with a password', async () => {
    const origin = await listen((request, response) => {
      const isChosen = request.url === '/chosen'
      const input = { ...keys({ maxDigits: 1 }), eventUrl: ['https://user:pass@a.example/chosen'] }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify([isChosen ? talk('Chosen.') : input]))
    })
    const call = await dial(`${origin}/answer`, { baseUrl: 'https://user:pass@a.example' })
    await call.press('1')
    expect(call.heard).toStrictEqual(['Chosen.'])
  })
})

/** Pieces of URLs, put together in any order. */
const anyUrl = fc
  .array(
    fc.constantFrom(
      ...['https://', 'wss://', 'data:,x', 'u:p@', 'a.example', '[::1]', ':99999', '/', '?', '#'],
      ...['%', '%zz', '[', '^', '{', ' ', '\\', '..', 'é', '\u0000', '\ud800', 'x'.repeat(300)],
    ),
    { maxLength: 7 },
  )
  .map((pieces) => pieces.join(''))

/** NCCOs with a URL wherever one can stand. */
const withUrl = (url: string) => [
  notify(url),
  [{ action: 'notify', payload: { a: 1 }, eventUrl: [url], eventMethod: 'GET' }],
  [{ action: 'stream', streamUrl: [url] }],
  [{ action: 'record', timeOut: 3, eventUrl: [url], transcription: { eventUrl: [url] } }],
  [connect({ eventUrl: [url], ringbackTone: url }, { onAnswer: { url } })],
  [connect({}, { type: 'websocket', uri: url, 'content-type': 'audio/l16;rate=8000' })],
]

describe('whatever URL an action has', () => {
  const refused = (error: unknown) => void expect(error).toBeInstanceOf(SimulatorError)

  it('nothing but a SimulatorError is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(anyUrl, fc.nat(5), fc.boolean(), async (url, place, isSigned) => {
        const ncco = withUrl(url)[place]
        const app = (request: Request) =>
          request.url.startsWith('https://app.example.com/answer')
            ? Response.json(ncco)
            : new Response(null, { status: 204 })
        const signature = isSigned ? { secret: 'a secret' } : undefined
        const call = await dial(app, { signature }).catch(refused)
        await call?.legs[0]?.answer().catch(refused)
        await call?.wait(5).catch(refused)
        expect(() => call?.transcript()).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })
})

describe('TLS that fails', () => {
  it('is not tried again', async () => {
    const origin = await listen((_, response) => void response.end())
    const call = await dial(`${origin.replace('http:', 'https:')}/answer`)
    expect(call.webhooks).toHaveLength(1)
    expect(call.transcript()).toContain('TLS failure.')
  })
})

describe('an answer', () => {
  const endless = (chunk: Uint8Array) => () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }), {
      headers: { 'content-type': 'application/json' },
    })

  it('is read up to 4 MB', async () => {
    const call = await dial(endless(new Uint8Array(1 << 20).fill(32)))
    expect(call.ended).toStrictEqual({ at: 0, reason: 'no-ncco' })
    expect(call.webhooks).toHaveLength(1)
    expect(call.transcript()).toContain('The answer is longer than 4194304 bytes.')
  })

  it('that never ends, but stays empty, is given up after its time', async () => {
    const cancel = vi.fn()
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(0)),
      cancel,
    })
    const call = await dial(() => new Response(body), {
      faults: ({ attempt }) => (attempt === 2 ? { status: 500 } : undefined),
    })
    expect(cancel).toHaveBeenCalledOnce()
    expect(call.transcript()).toContain('No answer within 5 s of real time.')
  }, 10_000)
})
