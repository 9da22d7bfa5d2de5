import type { JsonObject } from '../../element/json'
import type { DtmfResult } from '../../serve/webhooks'
import type { Clock, ScheduledAct } from '../clock'
import { flagOf, numberOf } from './action-options'

/** The keypad part of an input: collects keys until there are enough, until `#`, or until a timeout. */
export class KeyCollector {
  readonly #clock: Clock
  readonly #maxDigits: number
  readonly #timeOut: number
  readonly #submitsOnHash: boolean
  #digits = ''
  #hasTimedOut = false
  #timer: ScheduledAct | undefined
  hasBegun = false

  constructor(clock: Clock, options: JsonObject) {
    this.#clock = clock
    this.#maxDigits = numberOf(options, 'maxDigits') ?? 4
    this.#timeOut = numberOf(options, 'timeOut') ?? 3
    this.#submitsOnHash = flagOf(options, 'submitOnHash') === true
  }

  get result(): DtmfResult {
    const digits = this.#digits === '' ? null : this.#digits
    return { digits, timed_out: this.#hasTimedOut }
  }

  press(key: string, onDone: () => void): void {
    this.hasBegun = true
    this.#hasTimedOut = false
    if (key === '#' && this.#submitsOnHash) return onDone()
    this.#digits += key
    if (this.#digits.length >= this.#maxDigits) return onDone()
    this.awaitSilence(onDone)
  }

  awaitSilence(onDone: () => void): void {
    this.stop()
    this.#timer = this.#clock.after(this.#timeOut, () => {
      this.#hasTimedOut = true
      onDone()
    })
  }

  /** Leaves the decision to speech. A timeout before no longer counts. */
  withdraw(): void {
    this.stop()
    this.#hasTimedOut = false
  }

  stop(): void {
    this.#timer?.cancel()
  }
}
