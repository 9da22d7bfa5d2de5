import { createExampleApp, paths } from '../../examples/app'
import { silence } from '../../examples/sample-webhooks'

/** The NCCOs that the examples answer with, by the path of their webhook. */
export async function readExamples(): Promise<Map<string, unknown>> {
  const app = createExampleApp()
  const nccos = new Map<string, unknown>()
  for (const path of paths()) {
    const headers = { 'content-type': 'application/json' }
    const answer = await app.request(path, {
      method: 'POST',
      headers,
      body: JSON.stringify(silence),
    })
    nccos.set(path, await answer.json())
  }
  return nccos
}
