import { Clock, type ScheduledAct } from '../clock'

/**
 * What comes this soon after a moment, in seconds of real time, still belongs to it: the answer of a quick app, and the next act of a
 * script. So the time that a machine takes for them does not add up over a call. It is also how long a frame of audio lasts.
 */
const tick = 0.02

/** A clock that goes with the wall clock. While it is held it stands, so that all that happens at one moment has one time. */
export class WallClock extends Clock {
  isHeld = false
  /** Called when an act is scheduled while the clock is not held. */
  onScheduled = () => {}
  readonly #speed: number
  readonly #tick: number
  readonly #start = performance.now()

  /** @param speed seconds of this clock in a second of real time */
  constructor(speed: number) {
    super()
    this.#speed = speed
    this.#tick = tick * speed
  }

  /** The time that has passed, in seconds of this clock. */
  override get elapsed(): number {
    return Math.round((performance.now() - this.#start) * this.#speed) / 1000
  }

  override get now(): number {
    const moment = super.now
    if (this.isHeld) return moment
    const { elapsed } = this
    return elapsed - moment > this.#tick ? elapsed : moment
  }

  override after(seconds: number, act: () => void): ScheduledAct {
    const scheduled = super.after(seconds, act)
    if (!this.isHeld) this.onScheduled()
    return scheduled
  }

  /** Milliseconds of real time until this second. */
  until(seconds: number): number {
    return Math.max(0, ((seconds - this.elapsed) * 1000) / this.#speed)
  }
}
