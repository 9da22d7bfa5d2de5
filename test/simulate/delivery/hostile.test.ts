import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { answering, keys, talk } from '../../support/answering'
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
