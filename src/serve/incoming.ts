/** An HTTP request, as far as an app looks at it, for platforms without `Request`. */
export interface Incoming {
  /** Such as `POST`. */
  readonly method: string
  /** The whole URL, as it was asked for. */
  readonly url: string
  /** The value of a header; the values of a repeated header are joined with commas. */
  header(name: string): string | null
  /**
   * The bytes of the body; `undefined` if somebody else has read them, or is about to.
   *
   * @param limit how many bytes it may have; of a longer body, which is refused, a byte more is enough
   */
  body(limit: number): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Lets go of a body that has not arrived whole: nobody waits for it any more. */
  abandonBody?(): void
}

export function fromRequest(request: Request): Incoming {
  const { method, url, headers } = request
  let reader: Reader | undefined
  return {
    method,
    url,
    header: (name) => headers.get(name),
    async body(limit) {
      if (request.bodyUsed || request.body?.locked) return undefined
      reader = request.body?.getReader()
      return readBody(reader, limit)
    },
    abandonBody() {
      reader?.cancel().catch(() => {})
    },
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

async function readBody(
  reader: Reader | undefined,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    chunks.push(value)
    if (size > limit) {
      reader.cancel().catch(() => {})
      break
    }
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
