import { Schedule } from './schedule'

/** An act that will run, unless it is cancelled. */
export interface ScheduledAct {
  cancel(): void
}

interface Timer extends ScheduledAct {
  readonly at: number
  readonly number: number
  act: (() => void) | undefined
}

/** Time that passes only when it is told to. Counts whole milliseconds, so that sums are exact. */
export class Clock {
  #now = 0
  /** Timers of one moment stay in the order in which they were scheduled. */
  readonly #timers = new Schedule<Timer>()
  #count = 0

  /** Seconds since the clock was made. */
  get now(): number {
    return this.#now / 1000
  }

  /** The exact time, in seconds. */
  get elapsed(): number {
    return this.now
  }

  /** The time of the next scheduled act in seconds; `undefined` if there is no act. */
  get next(): number | undefined {
    const timers = this.#timers
    while (timers.first && !timers.first.act) timers.take()
    return timers.first && timers.first.at / 1000
  }

  /** The moment that is this many seconds from now. */
  in(seconds: number): number {
    return this.#momentIn(seconds) / 1000
  }

  /** Schedules an act. */
  after(seconds: number, act: () => void): ScheduledAct {
    const at = this.#momentIn(Math.max(0, seconds))
    const timer: Timer = {
      at,
      number: this.#count++,
      act,
      cancel() {
        timer.act = undefined
      },
    }
    this.#timers.add(timer)
    return timer
  }

  #momentIn(seconds: number): number {
    return Math.round(this.now * 1000) + Math.round(seconds * 1000)
  }

  /** Advances the time to this second. It never goes back. */
  passTo(seconds: number): void {
    this.#now = Math.max(this.#now, Math.round(seconds * 1000))
  }

  /** Runs the first act that is due. Returns `false` if no act is due. */
  act(): boolean {
    const next = this.next
    if (next === undefined || next > this.now) return false
    this.#timers.take()?.act?.()
    return true
  }
}
