import { defaultMaxBody } from './configuration'
import { fromRequest } from './incoming'
import type { Webhook } from './props'
import { receiveContent } from './receive'
import { toWebhook } from './to-webhook'

/**
 * Reads the webhook of a request, for those who bring their own router. `kind` tells which webhook it is. It
 * does not check the signature.
 *
 * @param request a GET or a POST, as Vonage sends it
 * @param options `maxBody`: how many bytes the body may have; 65,536 if absent
 * @throws ServeError for a request without a webhook; answer with its `status`
 * @example
 * ```tsx
 * const webhook = await parseWebhook(request)
 * if (webhook.kind === 'answer') return Response.json(render(<Answer {...webhook} />))
 * ```
 */
export async function parseWebhook(
  request: Request,
  { maxBody = defaultMaxBody }: { maxBody?: number | undefined } = {},
): Promise<Webhook> {
  const url = new URL(request.url)
  const content = await receiveContent(fromRequest(request), url, maxBody)
  return toWebhook(content, { path: url.pathname, expected: undefined })
}
