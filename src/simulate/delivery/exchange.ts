import type { WebhookAnswer } from './answer'
import type { Application } from './application'
import type { Sign } from './signing'

/** A webhook as a request needs it. */
interface Payload {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly fields: object
}

/**
 * Delivers a webhook to an application. Returns its answer or, as a text, the reason why there is no answer.
 *
 * @param limit the longest time for an answer, in seconds of real time
 */
export async function exchange(
  { deliver, sign }: Application,
  payload: Payload,
  limit: number,
): Promise<WebhookAnswer | string> {
  if (!deliver) return 'Connection refused.'
  const request = await toRequest(payload, sign)
  let isLate = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const lateness = new Promise<never>((_, reject) => {
    // The timer keeps the process alive. Otherwise it would end here without an error.
    timer = setTimeout(() => {
      isLate = true
      reject(new Error('late'))
    }, limit * 1000)
  })
  try {
    return await Promise.race([read(deliver(request, limit)), lateness])
  } catch (error) {
    if (!isLate) return `Connection closed. (${causeOf(error)})`
    return `No answer within ${limit} s of real time. A handler must not await a call of its own platform.`
  } finally {
    clearTimeout(timer)
  }
}

async function read(answer: Promise<Response>): Promise<WebhookAnswer> {
  const response = await answer
  // Reading an absent body takes time.
  const body = response.body === null ? '' : await response.text()
  return { status: response.status, contentType: response.headers.get('content-type'), body }
}

async function toRequest(
  { url, method, fields }: Payload,
  sign: Sign | undefined,
): Promise<Request> {
  if (method === 'POST') {
    const body = JSON.stringify(fields)
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (sign) headers.authorization = await sign(body)
    return new Request(url, { method, headers, body })
  }
  const whole = new URL(url)
  // Not in `whole.searchParams`, which would write the URL anew with each field.
  const query = new URLSearchParams(whole.search)
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    query.append(name, inQuery(value))
  }
  whole.search = query.toString()
  if (!sign) return new Request(whole)
  const payload = JSON.stringify(Object.fromEntries(query))
  return new Request(whole, { headers: { authorization: await sign(payload) } })
}

function inQuery(value: unknown): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The reason why a request failed, such as `ECONNREFUSED`. */
function causeOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown; message?: unknown } }
  return String(cause?.code ?? cause?.message ?? error)
}
