import type { IncomingMessage } from 'node:http'
import type { MaybePromise } from '../element/maybe-promise'
import { BodyBuffer } from '../serve/body-buffer'

/** A request whose body another parser may have read. */
export interface ParsedRequest extends IncomingMessage {
  /** The bytes, if a parser or a platform kept them. */
  readonly rawBody?: unknown
  /** The value that a parser read from them. */
  readonly body?: unknown
}

/** The body of a request of Node. */
export class NodeBody {
  readonly #request: ParsedRequest
  #stop: (() => void) | undefined

  constructor(request: ParsedRequest) {
    this.#request = request
  }

  /** The bytes. If other code has read them: the bytes that it kept, or `undefined`. */
  read(limit: number): MaybePromise<Uint8Array<ArrayBuffer> | undefined> {
    const { rawBody, body, readableDidRead, readableEnded } = this.#request
    const kept = bytesOf(rawBody) ?? bytesOf(body)
    if (kept) return kept
    return readableDidRead || readableEnded ? undefined : this.#collect(limit)
  }

  /** Stops reading and frees what was read. */
  abandon(): void {
    this.#stop?.()
  }

  /** Collects the body until it ends, or is longer than it may be. */
  #collect(limit: number): Promise<Uint8Array<ArrayBuffer>> {
    const request = this.#request
    const buffer = new BodyBuffer(limit)
    return new Promise((resolve, reject) => {
      const take = (chunk: Buffer | string) => {
        buffer.add(typeof chunk === 'string' ? toBytes(chunk, request) : chunk)
        if (!buffer.isOverLimit) return
        this.#stop?.()
        resolve(buffer.bytes)
      }
      // The request is over, and frees its listeners.
      const end = () => resolve(buffer.bytes)
      const fail = (error: Error) => {
        this.#stop?.()
        reject(error)
      }
      const close = () => {
        if (!request.complete) fail(new Error('The connection ended before the body did.'))
      }
      // The listeners hold the buffer, and the request is held by its connection.
      this.#stop = () => {
        this.#stop = undefined
        request.off('data', take).off('end', end).off('close', close).off('error', fail)
        // An error without a listener would end the process.
        request.on('error', ignore)
      }
      request.on('data', take).on('end', end).on('close', close).on('error', fail)
    })
  }
}

function bytesOf(kept: unknown): Buffer<ArrayBuffer> | undefined {
  if (typeof kept === 'string') return Buffer.from(kept)
  if (!(kept instanceof Uint8Array)) return undefined
  return Buffer.from(kept.buffer as ArrayBuffer, kept.byteOffset, kept.byteLength)
}

/** The bytes of a text chunk; a request yields text after somebody called its `setEncoding`. */
function toBytes(text: string, { readableEncoding }: IncomingMessage): Buffer {
  return Buffer.from(text, readableEncoding ?? 'utf8')
}

function ignore(): void {}
