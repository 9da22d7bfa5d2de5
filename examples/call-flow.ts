import { createVoiceApp, type VoiceAppOptions } from 'ncco-jsx/serve'

/**
 * Sends webhooks to a flow, for the tests of the examples. A path may be the URL of a link that the flow gave out.
 *
 * @returns the NCCO of the answer; `undefined` where it is empty
 */
export function callFlow(flow: VoiceAppOptions) {
  const app = createVoiceApp({
    ...flow,
    baseUrl: 'https://example.com',
    secret: 'only for tests, where it is no secret',
    signature: false,
  })
  return async (path: string, webhook: object): Promise<unknown> => {
    const response = await app.fetch(
      new Request(new URL(path, 'https://example.com'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(webhook),
      }),
    )
    if (response.status === 204) return undefined
    if (response.status !== 200) throw new Error(`The flow answered with ${response.status}.`)
    return response.json()
  }
}
