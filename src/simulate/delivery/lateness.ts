// One for all: a signal makes an error of its own otherwise, which takes longer than the rest of a delivery.
const over = new Error('The answer is no longer waited for.')

/** Whether the answer to a delivery is still waited for. */
export class Lateness {
  isOver = false
  readonly #acts: (() => void)[] = []

  /** Calls back when the answer is no longer waited for. */
  whenOver(act: () => void): void {
    if (this.isOver) act()
    else this.#acts.push(act)
  }

  /** Aborts when the answer is no longer waited for. Made only for `fetch`: it costs as much as a delivery in memory. */
  toSignal(): AbortSignal {
    const controller = new AbortController()
    this.whenOver(() => controller.abort(over))
    return controller.signal
  }

  end(): void {
    this.isOver = true
    for (const act of this.#acts.splice(0)) act()
  }
}
