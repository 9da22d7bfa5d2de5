/** An act that will run, unless it is cancelled. */
export interface ScheduledAct {
  cancel(): void
}

interface Scheduled extends ScheduledAct {
  readonly at: number
  act: (() => void) | undefined
}

/** Time that passes only when it is told to. Counts whole milliseconds, so that sums are exact. */
export class Clock {
  #now = 0
  /** Soonest first; what is due at the same time stays in the order it was scheduled. */
  readonly #timers: Scheduled[] = []

  /** Seconds since the clock was made. */
  get now(): number {
    return this.#now / 1000
  }

  /** The time of the next scheduled act in seconds; `undefined` if there is no act. */
  get next(): number | undefined {
    const timers = this.#timers
    while (timers[0] && !timers[0].act) timers.shift()
    return timers[0] && timers[0].at / 1000
  }

  /** The moment that is this many seconds from now. */
  in(seconds: number): number {
    return Math.round(this.#now + seconds * 1000) / 1000
  }

  /** Schedules an act. */
  after(seconds: number, act: () => void): ScheduledAct {
    const at = this.#now + Math.max(0, Math.round(seconds * 1000))
    const timer: Scheduled = {
      at,
      act,
      cancel() {
        timer.act = undefined
      },
    }
    let place = this.#timers.length
    while (place > 0 && (this.#timers[place - 1] as Scheduled).at > at) place--
    this.#timers.splice(place, 0, timer)
    return timer
  }

  /** Advances the time to this second. It never goes back. */
  passTo(seconds: number): void {
    this.#now = Math.max(this.#now, Math.round(seconds * 1000))
  }

  /** Runs the first act that is due. Returns `false` if no act is due. */
  act(): boolean {
    const next = this.next
    if (next === undefined || next > this.now) return false
    const act = this.#timers.shift()?.act
    act?.()
    return true
  }
}
