import type { Headers, PlainRequest } from './plain-request'
import type { Outcome } from './target'

/** Sends a request over HTTP, and reads the whole answer. */
export async function forward(
  { method, url, headers, body }: PlainRequest,
  generation: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const sent: Headers = headers
  const begun = performance.now()
  const milliseconds = () => performance.now() - begun
  try {
    const response = await fetch(url, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      body,
      // As the platform does: redirects are undocumented, and not followed.
      redirect: 'manual',
      signal,
    })
    const text = await response.text()
    return {
      type: 'fetched',
      status: response.status,
      headers: [...response.headers],
      body: text,
      sent,
      milliseconds: milliseconds(),
      generation,
    }
  } catch (error) {
    const { code, message } = reasonOf(error)
    return { type: 'unfetched', code, message, sent, milliseconds: milliseconds(), generation }
  }
}

/** `fetch` hides the reason of a failure in its cause. */
function reasonOf(error: unknown): { code: string; message: string } {
  const { cause = error } = Object(error)
  const { code, name, message } = Object(cause)
  return { code: String(code ?? name ?? 'unknown'), message: String(message ?? cause) }
}
