import { type Call, type DialOptions, dial } from 'ncco-jsx/simulate'
import type { TestPage } from './page'

/** Calls the target of a studio as its page does: the simulator runs here, and the studio fetches. */
export function callThrough(page: TestPage, options: DialOptions = {}): Promise<Call> {
  const { signature, startsAt: _, headers: __, ...settings } = page.hello.settings
  return dial(page.target.answerUrl, {
    ...settings,
    ...options,
    async fetch(request) {
      const { method, url, headers } = request
      const outcome = await page.fetch(url, {
        method,
        headers: [...headers],
        body: method === 'GET' ? null : await request.text(),
        ...(signature !== undefined && { signature }),
      })
      if (outcome.type === 'unfetched') {
        throw Object.assign(new Error(outcome.message), { code: outcome.code })
      }
      const { status, body } = outcome
      const sent = outcome.headers.map(([name, value]): [string, string] => [name, value])
      return new Response(status === 204 ? null : body, { status, headers: sent })
    },
  })
}
