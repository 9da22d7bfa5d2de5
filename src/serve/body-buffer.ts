/**
 * Collects a body in one buffer of at most one byte more than the limit. Chunks are copied: kept as they are, a body in chunks of one
 * byte would take a hundred times its size.
 */
export class BodyBuffer {
  readonly #most: number
  #bytes = new Uint8Array()
  #length = 0

  /** @param limit how many bytes the body may have */
  constructor(limit: number) {
    this.#most = limit + 1
  }

  /** Whether the body is longer than the limit. */
  get isOverLimit(): boolean {
    return this.#length === this.#most
  }

  add(chunk: Uint8Array): void {
    const length = Math.min(this.#length + chunk.byteLength, this.#most)
    if (length > this.#bytes.byteLength) {
      // The first chunk is usually the whole body, and gets a buffer of its size.
      const grown = new Uint8Array(Math.min(Math.max(length, 2 * this.#length), this.#most))
      grown.set(this.bytes)
      this.#bytes = grown
    }
    this.#bytes.set(chunk.subarray(0, length - this.#length), this.#length)
    this.#length = length
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length)
  }
}
