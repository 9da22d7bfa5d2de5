/** The time in which a server is expected to stop what it says, in seconds. */
const patience = 2

/** Less than this that waits to be played ends by itself, in seconds. */
const shortRest = 1

/** Watches whether a server clears its audio when someone speaks. */
export class BargeIn {
  readonly #onMissed: (seconds: number) => void
  #since: number | undefined

  /** @param onMissed someone has spoken for a while, and this much audio still waits to be played */
  constructor(onMissed: (seconds: number) => void) {
    this.#onMissed = onMissed
  }

  /** Someone begins to speak, while this much waits to be played. */
  begin(at: number, waiting: number): void {
    if (waiting >= shortRest + patience) this.#since = at
  }

  /** The audio was cleared. Returns the time since someone began to speak; `undefined` if nobody did. */
  clear(at: number): number | undefined {
    const since = this.#since
    this.#since = undefined
    return since === undefined ? undefined : at - since
  }

  /** Time passes. */
  await(at: number, waiting: number): void {
    if (this.#since === undefined || at - this.#since < patience) return
    this.#since = undefined
    if (waiting >= shortRest) this.#onMissed(waiting)
  }
}
