import type { RestMessage } from '../../src/rest-messages'
import type { TestPage } from './page'

/** Answers the REST requests that arrive at a page. */
export function answerRest(page: TestPage, answer: (request: Request) => Promise<Response>): void {
  page.onRest = async ({ id, method, url, headers, body }: RestMessage) => {
    const pairs = headers.map(([name, value]): [string, string] => [name, value])
    const response = await answer(new Request(url, { method, headers: pairs, body }))
    const bytes = Buffer.from(await response.arrayBuffer())
    page.say({
      type: 'rest-answered',
      id,
      status: response.status,
      headers: [...response.headers],
      body: bytes.toString('base64'),
    })
  }
}
