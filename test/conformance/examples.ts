import { callFlow } from '../../examples/call-flow'
import { examples } from '../../examples/index'
import { silence } from '../../examples/sample-webhooks'
import { answerWebhook, events, fallbackWebhook, inputWebhook } from '../support/webhooks'

/** The webhooks that an example may answer with an NCCO, by what they are. */
const webhooks: Readonly<Record<string, readonly object[]>> = {
  answer: [answerWebhook],
  input: [inputWebhook, silence],
  event: Object.values(events),
}

/** The NCCOs that the examples answer with: to a call, and then wherever their links lead. */
export async function readExamples(): Promise<Map<string, unknown>> {
  const nccos = new Map<string, unknown>()
  for (const [name, flow] of Object.entries(examples)) {
    const post = callFlow(flow)
    const kinds = new Map(flow.hooks?.map(({ path, kind }) => [path, kind]))
    const todo = [{ url: '/answer', webhook: answerWebhook as object, of: 'answer' }]
    if (flow.fallback) todo.push({ url: '/fallback', webhook: fallbackWebhook, of: 'fallback' })
    for (const { url, webhook, of } of todo) {
      const { pathname } = new URL(url, 'https://example.com')
      const visit = `${name}${pathname}, ${of}`
      if (nccos.has(visit)) continue
      const ncco = await post(url, webhook)
      if (ncco === undefined) continue
      nccos.set(visit, ncco)
      for (const link of JSON.stringify(ncco).match(/https:\/\/example\.com\/[^"]+/g) ?? []) {
        const kind = kinds.get(new URL(link).pathname) ?? ''
        for (const [index, webhook] of (webhooks[kind] ?? []).entries()) {
          todo.push({ url: link, webhook, of: `${kind} ${index + 1}` })
        }
      }
    }
  }
  return nccos
}
