import { signWebhook } from 'ncco-jsx/simulate'
import type { FetchMessage } from './protocol'

/**
 * Signs a request as the platform does.
 *
 * @param now the time of the signature, in milliseconds since 1970
 */
export async function sign(
  message: FetchMessage,
  secret: string,
  now: number,
): Promise<FetchMessage> {
  const { method, url, headers, body } = message
  const request = new Request(url, { method, body })
  const signed = await signWebhook(request, { secret, now: () => now })
  const others = headers.filter(([name]) => name.toLowerCase() !== 'authorization')
  const token = signed.headers.get('authorization') ?? ''
  return { ...message, headers: [...others, ['authorization', token]] }
}
