import type { NccoElement } from '../element/element'
import { setOwn } from '../element/json'

/** The props of an element, copied, so that every getter is read once. */
export type Props = Readonly<Record<string, unknown>>

/**
 * What was read of elements, so that nothing is read again where a draft comes to nothing. It costs less than to copy the props of every
 * element: most drafts succeed, and their log is written over by the next.
 */
export class ReadLog {
  /** Room for most actions. For each element: the element, the end of its entries (0 while it is read), and its props, each a name and a value. */
  readonly #entries: unknown[] = new Array(24)
  #end = 0

  clear(): void {
    this.#end = 0
  }

  /** Starts the entries of an element. Returns where they are. */
  open(element: NccoElement): number {
    const start = this.#end
    this.#entries[start] = element
    this.#entries[start + 1] = 0
    this.#end = start + 2
    return start
  }

  add(name: string, value: unknown): void {
    this.#entries[this.#end] = name
    this.#entries[this.#end + 1] = value
    this.#end += 2
  }

  close(start: number): void {
    this.#entries[start + 1] = this.#end
  }

  /** The props of an element, if all of them were read. */
  propsOf(element: NccoElement): Props | undefined {
    let next = 0
    for (let start = 0; start < this.#end; start = next) {
      next = this.#entries[start + 1] as number
      if (next === 0) return undefined
      if (this.#entries[start] === element) return this.#toProps(start + 2, next)
    }
    return undefined
  }

  #toProps(from: number, end: number): Props {
    const props: Record<string, unknown> = {}
    for (let index = from; index < end; index += 2) {
      setOwn(props, this.#entries[index] as string, this.#entries[index + 1])
    }
    return props
  }
}
