import type { ScheduledAct } from '../clock'
import { simulatorError } from '../errors'
import { Queue } from '../queue'
import type { Driver } from './driver'
import { Lane } from './lane'
import type { LiveCalls } from './live-calls'
import type { Pace, TimedCall } from './timed-call'
import { Waits } from './waits'
import type { WallClock } from './wall-clock'

/** The longest time that a timer takes, in milliseconds. */
const longestTimer = 2 ** 31 - 1

/** An alarm for a script that waits. */
interface Alarm {
  hasRung: boolean
  timer: ScheduledAct | undefined
}

/** The time for which moments that are late run without a pause for input and output, in milliseconds. */
const longestRun = 10

// Far more than there are promises between the end of a wait and the act that follows it in a script.
const mostSteps = 50

/** Lets scripts that were resumed go on. Not in a turn of their own, of which a busy machine has few. */
async function steps(): Promise<void> {
  for (let step = 0; step < mostSteps; step++) await undefined
}

/** Lets input and output happen. Where there is no `setImmediate`, a timer is nearly as soon. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    ;(globalThis.setImmediate ?? setTimeout)(resolve)
  })
}

/**
 * Lets time pass with the wall clock. Everything runs at the moment for which it was scheduled, also if the machine is late, so calls
 * keep the times of the virtual clock. Only what comes from outside takes time: the answers of the app, and what people do.
 */
export class RealPace implements Driver {
  /** In which a flow that goes in a circle sends many. */
  readonly moment: number
  readonly #clock: WallClock
  readonly #calls: LiveCalls
  readonly #onError: (error: unknown) => void
  readonly #outbox = new Queue<{
    readonly call: TimedCall
    readonly deliver: () => Promise<void>
  }>()
  readonly #lanes = new Map<TimedCall, Lane>()
  readonly #waits = new Waits()
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The second for which the timer is set. */
  #wakesAt: number | undefined
  /** Whether moments run, and scripts that were resumed act at the one that has just run. */
  #isYielding = false
  #closing: Promise<void> | undefined
  #isClosed = false

  /** @param onError takes errors that no script waits for */
  constructor(
    clock: WallClock,
    calls: LiveCalls,
    speed: number,
    onError: (error: unknown) => void,
  ) {
    this.#clock = clock
    this.#calls = calls
    this.moment = speed
    this.#onError = onError
    clock.onScheduled = () => this.#arm()
  }

  post(call: TimedCall, deliver: () => Promise<void>): void {
    this.#outbox.add({ call, deliver })
    if (!this.#clock.isHeld) this.happen(() => {})
  }

  happen(act: () => void): void {
    if (this.#clock.isHeld) return act()
    if (!this.#isYielding) {
      while (this.#runNext()) this.#waits.resume()
      this.#clock.passTo(this.#clock.now)
    }
    try {
      this.#hold(act)
    } finally {
      this.#waits.resume()
      this.#arm()
    }
  }

  async perform(call: TimedCall, act: () => void, { seconds, isPatient }: Pace): Promise<void> {
    const alarm = this.#actThenRing(act, seconds)
    await this.#wait(() => {
      // A delivery that fails tells its error first.
      if (this.#lanes.has(call)) return !isPatient && alarm.hasRung
      return call.isOver || (alarm.hasRung && (!isPatient || call.isWaiting))
    }, call)
    this.#silence(alarm)
  }

  async wait(seconds: number): Promise<void> {
    this.#calls.assertOpen()
    const alarm = this.#actThenRing(() => {}, seconds)
    await this.#wait(() => alarm.hasRung)
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    this.happen(() => this.#calls.close())
    await this.#wait(() => !this.#calls.isAnyEnding)
    this.#waits.reject(simulatorError('platform-closed', {}), undefined)
    this.#isClosed = true
    clearTimeout(this.#timer)
  }

  /** Acts, and rings an alarm after these seconds. */
  #actThenRing(act: () => void, seconds: number): Alarm {
    const alarm: Alarm = { hasRung: seconds === 0, timer: undefined }
    this.happen(() => {
      act()
      if (alarm.hasRung) return
      alarm.timer = this.#clock.after(seconds, () => {
        alarm.hasRung = true
      })
    })
    return alarm
  }

  /** Cancels an alarm, which would keep the process alive. */
  #silence({ timer }: Alarm): void {
    timer?.cancel()
    this.#arm()
  }

  async #wait(isOver: () => boolean, call?: TimedCall): Promise<void> {
    if (isOver()) return
    await this.#waits.until(isOver, call)
  }

  /** Sets the timer for what happens next. */
  #arm(): void {
    if (this.#isYielding || this.#clock.isHeld || this.#isClosed) return
    const { first } = this.#calls
    // A call may last for its limit, and no millisecond longer.
    const next = Math.min(this.#clock.next ?? Infinity, (first?.deadline ?? Infinity) + 0.001)
    if (next === this.#wakesAt) return
    clearTimeout(this.#timer)
    this.#wakesAt = next
    if (next === Infinity) return
    const delay = Math.min(Math.ceil(this.#clock.until(next)), longestTimer)
    this.#timer = setTimeout(() => void this.#wake(), delay)
  }

  /** Runs what is due, moment by moment. Scripts that wait for a moment act in it, before the next one runs. */
  async #wake(): Promise<void> {
    this.#wakesAt = undefined
    this.#isYielding = true
    let begin = performance.now()
    while (this.#runNext()) {
      if (this.#waits.resume()) await steps()
      if (performance.now() - begin < longestRun) continue
      await pause()
      begin = performance.now()
    }
    this.#isYielding = false
    this.#arm()
  }

  /** Runs the next moment, if it has come. Returns whether it has. */
  #runNext(): boolean {
    const clock = this.#clock
    const { elapsed, next = Infinity } = clock
    const { first } = this.#calls
    if (first && first.deadline < Math.min(next, elapsed)) {
      clock.passTo(first.deadline)
      this.#hold(() => this.#report(first.outlast(), first))
      return true
    }
    if (next > elapsed) return false
    clock.passTo(next)
    this.#hold(() => {})
    return true
  }

  /** Acts while the clock stands, then runs everything that is due. */
  #hold(act: () => void): void {
    this.#clock.isHeld = true
    try {
      act()
    } finally {
      this.#settle()
      this.#clock.isHeld = false
    }
  }

  /** Runs everything that is due now, webhooks first. */
  #settle(): void {
    do {
      for (let next = this.#outbox.take(); next; next = this.#outbox.take()) this.#send(next)
    } while (this.#act() || this.#outbox.length > 0)
  }

  #act(): boolean {
    try {
      return this.#clock.act()
    } catch (error) {
      this.#report(error, undefined)
      return true
    }
  }

  #send({
    call,
    deliver,
  }: {
    readonly call: TimedCall
    readonly deliver: () => Promise<void>
  }): void {
    const running = this.#lanes.get(call)
    if (running) return running.add(deliver)
    const lane = new Lane(
      (next) => this.#start(next, call),
      () => {
        this.#lanes.delete(call)
        this.#waits.resume()
      },
    )
    this.#lanes.set(call, lane)
    lane.add(deliver)
    void lane.run()
  }

  /** Starts a delivery. Never rejects. */
  async #start(deliver: () => Promise<void>, call: TimedCall): Promise<void> {
    let done: Promise<void> | undefined
    this.happen(() => {
      done = deliver()
    })
    try {
      await done
    } catch (error) {
      this.happen(() => this.#report(error, call))
    }
  }

  /** Tells the scripts that wait for this call; if there are none, the platform's `onError`. */
  #report(error: unknown, call: TimedCall | undefined): void {
    const isKnown = call !== undefined && this.#waits.reject(error, call)
    if (!isKnown) this.#onError(error)
  }
}
