import { type Call, type DialOptions, dial } from 'ncco-jsx/simulate'
import type { CallSettings } from '../../src/protocol'
import type { TestPage } from './page'

type Fetch = NonNullable<DialOptions['fetch']>

/** Calls the target of a studio as its page does: the simulator runs here, and the studio fetches. */
export function callThrough(
  page: TestPage,
  options: DialOptions = {},
  settings: CallSettings = {},
): Promise<Call> {
  return dial(page.target.answerUrl, { ...options, fetch: fetchThrough(page, settings) })
}

/**
 * Sends requests through a studio.
 *
 * @param now the clock of the call, in milliseconds since 1970
 */
export function fetchThrough(
  page: TestPage,
  { headers = {}, signature }: CallSettings = {},
  now: () => number = Date.now,
): Fetch {
  return async (request) => {
    const { method, url } = request
    const outcome = await page.fetch(url, {
      method,
      headers: [...request.headers, ...Object.entries(headers)],
      body: method === 'GET' ? null : await request.text(),
      time: now(),
      ...(signature !== undefined && { signature }),
    })
    if (outcome.type === 'unfetched') {
      throw Object.assign(new Error(outcome.message), { code: outcome.code })
    }
    const { status, body } = outcome
    const sent = outcome.headers.map(([name, value]): [string, string] => [name, value])
    return new Response(status === 204 ? null : body, { status, headers: sent })
  }
}
