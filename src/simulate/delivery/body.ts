/** The most bytes of an answer that are read: far more than any NCCO has. */
export const mostBytes = 4 * 1024 * 1024

/** A body that is longer than `mostBytes`. */
export class BodyTooLong extends Error {}

/**
 * Reads a body as text, and no more of it than `mostBytes`.
 *
 * @param signal cancels the body when the answer is no longer waited for
 * @throws BodyTooLong
 */
export async function readBody(response: Response, signal: AbortSignal): Promise<string> {
  // Reading an absent body takes time.
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel)
  try {
    return await readAll(reader, signal)
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (let chunks = 1; ; chunks++) {
    const { done, value } = await reader.read()
    if (done || signal.aborted) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > mostBytes) throw new BodyTooLong()
    text += decoder.decode(value, { stream: true })
    // A body that is always ready would keep the timers from running.
    if (chunks % 100 === 0) await new Promise((resolve) => setTimeout(resolve))
  }
}
