import type { IncomingMessage, ServerResponse } from 'node:http'
import { Talk } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import { describe, expect, it } from 'vitest'
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

/** What a body parser leaves behind, when it has read the body. */
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
