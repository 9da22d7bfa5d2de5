import { check } from 'ncco-jsx'
import { createVoiceApp } from 'ncco-jsx/serve'
import { examples } from '../../examples'
import { flow } from '../../examples/ivr-menu/flow'
import { nodePlatform } from '../../src/serve/node-crypto'
import { moderator } from './callers'
import { linkSecret, signatureSecret } from './secrets'

// The one script of all runtimes. It is asked over HTTP what it makes of things, because workerd has neither files nor a console.

/** The IVR, for webhooks that are signed. */
export const app = createVoiceApp({
  ...flow,
  basePath: '/voice',
  signature: { secret: signatureSecret },
  secret: linkSecret,
})

/** Answers everything but calls: renders the examples, and checks the NCCOs that it is sent. */
export async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/examples') return Response.json(await renderExamples())
  if (pathname === '/cryptography') return Response.json(cryptography())
  const nccos: unknown[] = await request.json()
  return Response.json(nccos.map((ncco) => check(ncco)))
}

/** What signatures and seals are made with here. */
function cryptography(): string {
  return nodePlatform() ? 'node:crypto' : 'jose over WebCrypto'
}

/** The whole server, where a runtime serves functions from `Request` to `Response`. */
export function serve(request: Request): Promise<Response> {
  return new URL(request.url).pathname.startsWith('/voice/') ? app.fetch(request) : answer(request)
}

/** The answer of each example, by its name and the number that calls. That of the surgery is left out: it depends on the time of day. */
export async function renderExamples(): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  const { surgery: _, ...timeless } = examples
  for (const [name, flow] of Object.entries(timeless)) {
    const example = createVoiceApp({ ...flow, secret: linkSecret, signature: false })
    for (const from of ['447700900001', moderator]) {
      const query = `from=${from}&to=447700900000&uuid=leg-1&conversation_uuid=CON-1`
      const response = await example.fetch(new Request(`https://example.com/answer?${query}`))
      // No seal is like another.
      const text = (await response.text()).replaceAll(/sealed=[\w.-]+/g, 'sealed')
      answers[`${name} from ${from}`] = JSON.parse(text)
    }
  }
  return answers
}
