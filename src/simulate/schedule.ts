/** The moment of an entry of a schedule. */
interface Due {
  /** Whole milliseconds. */
  readonly at: number
  /** Decides between entries of one moment. */
  readonly number: number
}

/** Entries by the time they are due: a binary heap, because an array would move its entries at each change. */
export class Schedule<Entry extends Due> {
  readonly #heap: Entry[] = []

  /** The entry that is due first. */
  get first(): Entry | undefined {
    return this.#heap[0]
  }

  add(entry: Entry): void {
    const heap = this.#heap
    let place = heap.length
    while (place > 0) {
      const parentPlace = (place - 1) >> 1
      const parent = heap[parentPlace] as Entry
      if (isBefore(parent, entry)) break
      heap[place] = parent
      place = parentPlace
    }
    heap[place] = entry
  }

  /** Takes the entry that is due first. */
  take(): Entry | undefined {
    const heap = this.#heap
    const [first] = heap
    const last = heap.pop()
    if (last !== undefined && heap.length > 0) this.#sink(last)
    return first
  }

  /** Puts an entry where the first one was, and moves up what is due before it. */
  #sink(entry: Entry): void {
    const heap = this.#heap
    let place = 0
    for (let child = 1; child < heap.length; child = 2 * place + 1) {
      const [left, right] = [heap[child] as Entry, heap[child + 1]]
      const isRight = right !== undefined && isBefore(right, left)
      const sooner = isRight ? right : left
      if (isBefore(entry, sooner)) break
      heap[place] = sooner
      place = isRight ? child + 1 : child
    }
    heap[place] = entry
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.at === other.at ? one.number < other.number : one.at < other.at
}
