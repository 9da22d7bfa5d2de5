import type { IncomingMessage } from 'node:http'
import type { MaybePromise } from '../element/maybe-promise'
import { BodyBuffer } from '../serve/body-buffer'
import { headerOf, isHttp2 } from './request-headers'

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
  /** Whether all of it was read, although Node may not have seen its end yet. */
  #isRead = false
  #stop: (() => void) | undefined

  constructor(request: ParsedRequest) {
    this.#request = request
  }

  /** Whether more of it may arrive. In HTTP/1, a request has a body only if its headers say so (RFC 9112, section 6.3). */
  get isExpected(): boolean {
    const request = this.#request
    if (this.#isRead || request.complete) return false
    if (isHttp2(request) || headerOf(request, 'transfer-encoding') !== null) return true
    return (headerOf(request, 'content-length') ?? '0') !== '0'
  }

  /**
   * Waits until Node has parsed what came with the headers, which it does before it runs promises. Most bodies are complete then, and
   * `read` needs no promise and no timer. It does not wait if other code reads the body too: the app would miss the first chunks.
   */
  arrive(): MaybePromise<void> {
    if (this.isExpected && !this.#request.readableFlowing) return Promise.resolve()
  }

  /** The bytes, at once if all are there. If other code has read them: the bytes that it kept, or `undefined`. */
  read(limit: number): MaybePromise<Uint8Array<ArrayBuffer> | undefined> {
    const request = this.#request
    const kept = bytesOf(request.rawBody) ?? bytesOf(request.body)
    if (kept) return kept
    if (request.readableDidRead || request.readableEnded) return undefined
    return this.#hasArrived() ? this.#readAtOnce() : this.#collect(limit)
  }

  /** Whether all bytes are there, although Node may not have seen the end yet. */
  #hasArrived(): boolean {
    const { readableLength, readableEncoding, readableFlowing } = this.#request
    // With an encoding, the length is that of a text.
    if (readableFlowing || readableEncoding !== null) return false
    return headerOf(this.#request, 'content-length') === String(readableLength)
  }

  #readAtOnce(): Buffer<ArrayBuffer> {
    this.#isRead = true
    const bytes = this.#request.read() ?? Buffer.alloc(0)
    // Otherwise the request would never emit `end`.
    this.#request.resume()
    return bytes
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
