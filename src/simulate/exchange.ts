import type { Received } from './answer'
import type { Application } from './application'
import type { Sign } from './signature'

/** What goes to an application. */
interface Payload {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly fields: object
}

/** Brings a webhook to an application: what it answers; or, as a text, why there is no answer. */
export async function exchange(
  { deliver, sign }: Application,
  payload: Payload,
  jti: string,
): Promise<Received | string> {
  if (!deliver) return 'Connection refused.'
  const request = await toRequest(payload, sign, jti)
  try {
    const response = await deliver(request)
    const body = await response.text()
    return { status: response.status, contentType: response.headers.get('content-type'), body }
  } catch (error) {
    return `Connection closed. (${causeOf(error)})`
  }
}

async function toRequest(
  { url, method, fields }: Payload,
  sign: Sign | undefined,
  jti: string,
): Promise<Request> {
  if (method === 'POST') {
    const body = JSON.stringify(fields)
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (sign) headers.authorization = await sign(body, jti)
    return new Request(url, { method, headers, body })
  }
  const whole = new URL(url)
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    whole.searchParams.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  if (!sign) return new Request(whole)
  const query = JSON.stringify(Object.fromEntries(whole.searchParams))
  return new Request(whole, { headers: { authorization: await sign(query, jti) } })
}

/** Why a request failed, such as `ECONNREFUSED`. */
function causeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } }
  return String(cause?.code ?? error)
}
