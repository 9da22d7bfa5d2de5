import type { IncomingMessage } from 'node:http'
import { serveError } from '../serve/errors'

/** A request whose body another parser may have read. */
export interface ParsedMessage extends IncomingMessage {
  /** The bytes, where a parser or a platform keeps them. */
  readonly rawBody?: unknown
  /** What a parser made of them. */
  readonly body?: unknown
}

/** The bytes of a body, also of one that was read before, if they were kept. */
export async function readBody(
  message: ParsedMessage,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = bytesOf(message.rawBody) ?? bytesOf(message.body)
  if (kept) {
    if (kept.byteLength > limit) throw serveError('body-too-large', { limit })
    return kept
  }
  if (message.readableDidRead || message.readableEnded) {
    throw serveError('body-already-read', {})
  }
  if (Number(message.headers['content-length']) > limit) {
    throw serveError('body-too-large', { limit })
  }
  return collect(message, limit)
}

function bytesOf(kept: unknown): Buffer<ArrayBuffer> | undefined {
  if (typeof kept === 'string') return Buffer.from(kept)
  if (!(kept instanceof Uint8Array)) return undefined
  return Buffer.from(kept.buffer as ArrayBuffer, kept.byteOffset, kept.byteLength)
}

function collect(message: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const take = (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return chunks.push(chunk)
      message.off('data', take)
      reject(serveError('body-too-large', { limit }))
    }
    message.on('data', take)
    message.on('end', () => resolve(Buffer.concat(chunks)))
    message.on('error', reject)
    message.on('close', () => {
      if (!message.complete) reject(new Error('The connection ended before the body did.'))
    })
  })
}
