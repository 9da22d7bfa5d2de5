import { codeOf, type Reply } from '../../serve/reply'
import type { ReceivedAnswer } from './answer'
import type { Lateness } from './lateness'

/** The most bytes of an answer that are read: far more than any NCCO has. */
export const mostBytes = 4 * 1024 * 1024

/** A body that is longer than `mostBytes`. */
export class BodyTooLong extends Error {}

/** The answer in a response, once its body has arrived. */
export async function toAnswer(response: Response, lateness: Lateness): Promise<ReceivedAnswer> {
  const body = await readBody(response, lateness)
  const contentType = response.headers.get('content-type')
  return { status: response.status, contentType, body, code: codeOf(response) }
}

/** The answer of an app of ours. */
export function ofReply(reply: Reply): ReceivedAnswer {
  const { status, headers, body } = reply
  // No text has more bytes than three for each of its units.
  if (body !== null && body.length > mostBytes / 3) refuseLong(body)
  const contentType = headers['content-type'] ?? null
  return { status, contentType, body: body ?? '', code: codeOf(reply) }
}

function refuseLong(body: string): void {
  if (new TextEncoder().encode(body).byteLength > mostBytes) throw new BodyTooLong()
}

/**
 * Reads a body as text, and no more of it than `mostBytes`.
 *
 * @throws BodyTooLong
 */
async function readBody(response: Response, lateness: Lateness): Promise<string> {
  // Reading an absent body takes time.
  if (response.body === null) return ''
  const reader = response.body.getReader()
  lateness.whenOver(() => void reader.cancel().catch(() => {}))
  return readAll(reader, lateness)
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  lateness: Lateness,
): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (let chunks = 1; ; chunks++) {
    const { done, value } = await reader.read()
    if (done || lateness.isOver) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > mostBytes) throw new BodyTooLong()
    text += decoder.decode(value, { stream: true })
    // A body that is always ready would keep the timers from running.
    if (chunks % 100 === 0) await new Promise((resolve) => setTimeout(resolve))
  }
}
