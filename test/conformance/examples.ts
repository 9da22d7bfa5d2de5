import { createVoiceApp } from 'ncco-jsx/serve'
import { examples } from '../../examples/index'
import { answerWebhook, events, fallbackWebhook, inputWebhook } from '../support/webhooks'

/** The webhooks that an example may answer with an NCCO, by what they are. */
const webhooks: Readonly<Record<string, readonly object[]>> = {
  answer: [answerWebhook],
  input: [inputWebhook, { ...inputWebhook, dtmf: { digits: null, timed_out: true }, speech: {} }],
  event: Object.values(events),
}

/** The NCCOs that the examples answer with: to a call, and then wherever their links lead. */
export async function readExamples(): Promise<Map<string, unknown>> {
  const nccos = new Map<string, unknown>()
  for (const [name, flow] of Object.entries(examples)) {
    const app = createVoiceApp({ ...flow, secret: 'x'.repeat(32), signature: false })
    const kinds = new Map(flow.hooks?.map(({ path, kind }) => [path, kind]))
    const todo = [{ url: '/answer', webhook: answerWebhook as object, of: 'answer' }]
    if (flow.fallback) todo.push({ url: '/fallback', webhook: fallbackWebhook, of: 'fallback' })
    const known = new Set<string>()
    for (const { url, webhook, of } of todo) {
      const { href, pathname } = new URL(url, 'https://example.com')
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify(webhook)
      const response = await app.fetch(new Request(href, { method: 'POST', headers, body }))
      if (response.status !== 200) continue
      const text = await response.text()
      // No seal is like another.
      const unsealed = text.replaceAll(/sealed=[\w.-]+/g, 'sealed')
      if (known.has(unsealed)) continue
      known.add(unsealed)
      const ncco: { action: string }[] = JSON.parse(text)
      nccos.set(`${name}${pathname}, ${of}`, ncco)
      for (const action of ncco) {
        for (const link of JSON.stringify(action).match(/https:\/\/example\.com\/[^"]+/g) ?? []) {
          // The answer to a question of a dialog comes back to the path that the dialog began at.
          const isInput = action.action === 'input'
          const kind = isInput ? 'input' : (kinds.get(new URL(link).pathname) ?? '')
          for (const [index, webhook] of (webhooks[kind] ?? []).entries()) {
            todo.push({ url: link, webhook, of: `${of}, ${kind} ${index + 1}` })
          }
        }
      }
    }
  }
  return nccos
}
