import { serveError } from './errors'

/** An HTTP request, as far as an app looks at it; for platforms whose requests are no `Request`. */
export interface Incoming {
  /** Such as `POST`. */
  readonly method: string
  /** The whole URL, as it was asked for. */
  readonly url: string
  /** The value of a header; of several with one name, all of them with commas between. */
  header(name: string): string | null
  /**
   * The bytes of the body.
   *
   * @param limit how many bytes it may have
   * @throws ServeError `body-too-large`, `body-already-read`
   */
  body(limit: number): Promise<Uint8Array<ArrayBuffer>>
}

export function fromRequest(request: Request): Incoming {
  const { method, url, headers } = request
  return {
    method,
    url,
    header: (name) => headers.get(name),
    body: (limit) => readBody(request, limit),
  }
}

async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > limit) {
    throw serveError('body-too-large', { limit })
  }
  if (request.bodyUsed) throw serveError('body-already-read', {})
  const reader = request.body?.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      reader.cancel().catch(() => {})
      throw serveError('body-too-large', { limit })
    }
    chunks.push(value)
  }
  return joined(chunks, size)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}
