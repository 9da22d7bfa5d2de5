import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from './connection'
import type { RestAnsweredMessage } from './rest-messages'

/** Longer than any request takes that the page answers, in milliseconds. */
const patience = 10_000

// As much as the platform reads.
const mostBytes = 4 * 1024 * 1024

/** A request under way. */
interface Waiting {
  readonly page: Connection
  resolve(answer: RestAnsweredMessage | undefined): void
}

/** Brings the REST requests of the app to the page that calls it, where the platform is. */
export class RestRelay {
  readonly #findPage: () => Connection | undefined
  readonly #waiting = new Map<number, Waiting>()
  #ids = 0

  /** @param findPage the page that called last, or was opened last */
  constructor(findPage: () => Connection | undefined) {
    this.#findPage = findPage
  }

  async relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    if (body === undefined) {
      return refuse(response, 413, `The body is longer than ${mostBytes} bytes.`)
    }
    const page = this.#findPage()
    if (!page) {
      return refuse(response, 503, 'No page of the studio is open, and the calls are in the page.')
    }
    const answer = await this.#ask(page, request, body)
    if (!answer) return refuse(response, 504, 'The page of the studio does not answer.')
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(answer.body, 'base64'))
  }

  settle(answer: RestAnsweredMessage): void {
    this.#waiting.get(answer.id)?.resolve(answer)
  }

  /** A page is gone. */
  drop(gone: Connection): void {
    for (const { page, resolve } of this.#waiting.values()) if (page === gone) resolve(undefined)
  }

  async #ask(
    page: Connection,
    { method = 'GET', url = '/', headers, rawHeaders }: IncomingMessage,
    body: string,
  ): Promise<RestAnsweredMessage | undefined> {
    const id = ++this.#ids
    const answered = new Promise<RestAnsweredMessage | undefined>((resolve) =>
      this.#waiting.set(id, { page, resolve }),
    )
    page.say({
      type: 'rest',
      id,
      method,
      url: new URL(url, `http://${headers.host}`).href,
      headers: pairsOf(rawHeaders),
      body: method === 'GET' || method === 'HEAD' ? null : body,
    })
    const isOver = new AbortController()
    const late = sleep(patience, undefined, { signal: isOver.signal }).catch(() => undefined)
    const answer = await Promise.race([answered, late])
    isOver.abort()
    this.#waiting.delete(id)
    return answer
  }
}

function refuse(response: ServerResponse, status: number, detail: string): void {
  response.writeHead(status, { 'content-type': 'application/problem+json' })
  response.end(JSON.stringify({ title: 'The studio cannot answer', status, detail }))
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= mostBytes) chunks.push(chunk)
  }
  return length > mostBytes ? undefined : Buffer.concat(chunks).toString('utf8')
}

function pairsOf(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [
    String(raw[index * 2]),
    String(raw[index * 2 + 1]),
  ])
}
