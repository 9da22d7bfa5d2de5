import type { CallRun } from './call-run'

/** How fast the time of a call passes: a factor, or not at all, or at once whenever nobody is waited for. */
export type Speed = 0 | 1 | 2 | 4 | 'at once'

/** Milliseconds between two ticks. */
const interval = 40

/** Lets the time of a call pass with the time of its listener. The page's clock leads; no voice and no sound is waited for. */
export class Ticker {
  speed: Speed = 1
  /** Whether the time stands still, because the app cannot be asked. */
  isHeld = false
  readonly #onTick: () => void
  readonly #onError: (error: unknown) => void
  #run: CallRun | undefined
  #timer: ReturnType<typeof setInterval> | undefined
  /** The last operation on the call; the next one waits for it. */
  #last: Promise<unknown> = Promise.resolve()
  #isBusy = false
  /** The second that the clock should have reached at `#since`. */
  #target = 0
  #since = 0

  constructor(onTick: () => void, onError: (error: unknown) => void) {
    this.#onTick = onTick
    this.#onError = onError
  }

  start(run: CallRun): void {
    this.stop()
    this.#run = run
    this.catchUp()
    this.#timer = setInterval(() => this.#tick(), interval)
  }

  /** Lets the time of a run pass that has not begun to, or had ended. */
  resume(run: CallRun): void {
    if (this.#run !== run) this.start(run)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#run = undefined
  }

  /** Counts from the second at which the clock stands now, after a jump. */
  catchUp(): void {
    this.#target = this.#run?.platform.now ?? 0
    this.#since = performance.now()
  }

  /** Does something to the call when no other operation is under way. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => {})
    return turn
  }

  async #tick(): Promise<void> {
    const run = this.#run
    if (this.#isBusy || !run) return
    if (this.isHeld) return this.catchUp()
    this.#isBusy = true
    try {
      await this.inTurn(() => this.#advance(run))
    } catch (error) {
      this.stop()
      this.#onError(error)
    } finally {
      this.#isBusy = false
    }
    if (this.#run === run && run.isOver) this.stop()
    this.#onTick()
  }

  async #advance(run: CallRun): Promise<void> {
    if (this.speed === 'at once') {
      if (run.isEnded) await run.passUntil(run.platform.next ?? run.platform.now)
      else await run.passUntilQuiet()
      return this.catchUp()
    }
    this.#target += ((performance.now() - this.#since) / 1000) * this.speed
    if (this.#target > run.platform.now) await run.passUntil(this.#target)
    // The time that the app took to answer does not belong to the call.
    this.#since = performance.now()
  }
}
