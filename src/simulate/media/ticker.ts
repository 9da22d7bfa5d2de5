/** Ticks that are made up for at once, after the machine was busy. Beyond that the audio has a gap. */
const mostMissed = 50

/** Calls at a steady pace. One that comes late does not delay those after it, so the pace has no drift. */
export class Ticker {
  readonly #interval: number
  readonly #tick: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  /** When the next tick is due, in milliseconds. */
  #due = 0
  #isTicking = false

  /** @param interval between two ticks, in milliseconds */
  constructor(interval: number, tick: () => void) {
    this.#interval = interval
    this.#tick = tick
  }

  get isRunning(): boolean {
    return this.#timer !== undefined
  }

  start(): void {
    if (this.isRunning) return
    this.#due = performance.now() + this.#interval
    this.#schedule()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /** Ticks now as often as is due. The timers of a page that nobody sees come once a second, but what it hears comes in time. */
  catchUp(): void {
    if (!this.isRunning || this.#isTicking || this.#due > performance.now()) return
    clearTimeout(this.#timer)
    this.#run()
  }

  #schedule(): void {
    this.#timer = setTimeout(() => this.#run(), Math.max(0, this.#due - performance.now()))
  }

  #run(): void {
    const now = performance.now()
    if (now - this.#due > mostMissed * this.#interval) this.#due = now
    this.#isTicking = true
    while (this.isRunning && this.#due <= now) {
      this.#due += this.#interval
      this.#tick()
    }
    this.#isTicking = false
    if (this.isRunning) this.#schedule()
  }
}
