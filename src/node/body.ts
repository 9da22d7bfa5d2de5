import type { IncomingMessage } from 'node:http'

/** A request whose body another parser may have read. */
export interface ParsedRequest extends IncomingMessage {
  /** The bytes, if a parser or a platform kept them. */
  readonly rawBody?: unknown
  /** The value that a parser read from them. */
  readonly body?: unknown
}

/** The bytes of a body. If it was read before: the bytes that were kept, or `undefined`. */
export async function readBody(
  message: ParsedRequest,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = bytesOf(message.rawBody) ?? bytesOf(message.body)
  if (kept) return kept
  return message.readableDidRead || message.readableEnded ? undefined : collect(message, limit)
}

function bytesOf(kept: unknown): Buffer<ArrayBuffer> | undefined {
  if (typeof kept === 'string') return Buffer.from(kept)
  if (!(kept instanceof Uint8Array)) return undefined
  return Buffer.from(kept.buffer as ArrayBuffer, kept.byteOffset, kept.byteLength)
}

/** Collects a body until it ends, or is longer than it may be. */
function collect(message: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer | string) => {
      const bytes = typeof chunk === 'string' ? toBytes(chunk, message) : chunk
      size += bytes.length
      chunks.push(bytes)
      if (size > limit) end()
    }
    const end = () => {
      message.off('data', take)
      resolve(Buffer.concat(chunks))
    }
    message.on('data', take)
    message.on('end', end)
    message.on('error', reject)
    message.on('close', () => {
      if (!message.complete) reject(new Error('The connection ended before the body did.'))
    })
  })
}

/** The bytes of a text chunk; a request yields text after somebody called its `setEncoding`. */
function toBytes(text: string, { readableEncoding }: IncomingMessage): Buffer {
  return Buffer.from(text, readableEncoding ?? 'utf8')
}
