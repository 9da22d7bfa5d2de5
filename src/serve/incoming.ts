import type { MaybePromise } from '../element/maybe-promise'
import { BodyBuffer } from './body-buffer'

/** An HTTP request, as far as an app looks at it, for platforms without `Request`. */
export interface Incoming {
  /** Such as `POST`. */
  readonly method: string
  /** The whole URL, as it was asked for. */
  readonly url: string
  /** The value of a header; the values of a repeated header are joined with commas. */
  header(name: string): string | null
  /**
   * The bytes of the body; `undefined` if other code has read them, or is about to.
   *
   * @param limit how many bytes it may have; of a longer body, which is refused, one byte more is enough
   */
  body(limit: number): MaybePromise<Uint8Array<ArrayBuffer> | undefined>
  /** The time, in milliseconds since 1970, where it is not that of the machine: in the simulator. */
  readonly now?: (() => number) | undefined
  /** Stops reading a body that has not arrived completely, and frees what has arrived. The answer does not wait for it. */
  abandonBody?(): void
}

// The simulator adds this to its requests. A request from outside cannot have it.
const clock = Symbol.for('ncco-jsx.clock')

export function fromRequest(request: Request): Incoming {
  return new IncomingRequest(request)
}

/** A `Request` as an `Incoming`. */
class IncomingRequest implements Incoming {
  readonly #request: Request
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined

  constructor(request: Request) {
    this.#request = request
  }

  get method(): string {
    return this.#request.method
  }

  get url(): string {
    return this.#request.url
  }

  get now(): (() => number) | undefined {
    return (this.#request as { [clock]?: () => number })[clock]
  }

  header(name: string): string | null {
    return this.#request.headers.get(name)
  }

  async body(limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { body, bodyUsed } = this.#request
    if (bodyUsed || body?.locked) return undefined
    const buffer = new BodyBuffer(limit)
    const reader = body?.getReader()
    this.#reader = reader
    while (reader && !buffer.isOverLimit) {
      const { done, value } = await reader.read()
      if (done) return buffer.bytes
      buffer.add(value)
    }
    this.abandonBody()
    return buffer.bytes
  }

  abandonBody(): void {
    // Pending and later reads give the end of the stream, so `body` settles and its buffer is freed.
    this.#reader?.cancel().catch(() => {})
    this.#reader = undefined
  }
}
