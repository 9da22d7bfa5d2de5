/** First in, first out. Unlike an array, it takes the first entry in constant time, however long it is. */
export class Queue<T> {
  #entries: T[] = []
  #first = 0

  get length(): number {
    return this.#entries.length - this.#first
  }

  add(entry: T): void {
    this.#entries.push(entry)
  }

  /** The first entry, which stays in the queue. */
  peek(): T | undefined {
    return this.#entries[this.#first]
  }

  take(): T | undefined {
    if (this.length === 0) return undefined
    const entry = this.#entries[this.#first++]
    // Gives the memory of taken entries back, each time they are the larger half.
    if (this.#first * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#first)
      this.#first = 0
    }
    return entry
  }

  clear(): void {
    this.#entries = []
    this.#first = 0
  }
}
