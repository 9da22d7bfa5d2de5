import type { ExploreProgress } from 'ncco-jsx/simulate'

/** A line of the terminal is written anew so often; elsewhere lines would pile up. In milliseconds. */
const inTerminal = 100
const inLog = 5000

/** Tells on the error stream how far an exploration has come. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream
  #last = performance.now()
  #isShown = false

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
  }

  show({ calls, budget, states, open }: ExploreProgress): void {
    const now = performance.now()
    if (now - this.#last < (this.#stream.isTTY ? inTerminal : inLog)) return
    this.#last = now
    const text = `${calls} of at most ${budget} calls, ${states} states, ${open} of them to go on from`
    if (!this.#stream.isTTY) {
      this.#stream.write(`${text}\n`)
      return
    }
    this.#stream.write(`\r\u001b[K${text}`)
    this.#isShown = true
  }

  /** Takes the line off the terminal. */
  clear(): void {
    if (this.#isShown) this.#stream.write('\r\u001b[K')
  }
}
