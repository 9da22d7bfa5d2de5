import type { Call, RunningNcco } from 'ncco-jsx/simulate'
import type { Act } from './act'
import { type DoneAct, joinKeys } from './done-act'
import { withoutAudio } from './without-audio'

/** From one point where the call waits for someone to the next, or to its end. */
export interface Step {
  /** What was done at the point before; nothing in the first step. */
  readonly acts: readonly Act[]
  /** What the caller has heard since. */
  readonly heard: readonly string[]
  readonly isEnd: boolean
}

/** Watches a call for the points at which it waits. */
export class Steps {
  readonly all: Step[] = []
  #done = 0
  #heard = 0
  #running: RunningNcco | undefined
  #state = ''

  observe(call: Call, done: readonly DoneAct[]): void {
    const isEnd = call.ended !== undefined
    if (!call.isWaiting && !isEnd) return
    if (this.all.length > 0 && !this.#isElsewhere(call, done, isEnd)) return
    const { heard, running, state } = call
    const acts = joinKeys(done.slice(this.#done))
    this.all.push({ acts, heard: withoutAudio(heard.slice(this.#heard)), isEnd })
    this.#done = done.length
    this.#heard = heard.length
    this.#running = running
    this.#state = state
  }

  /** Whether acts have led to another point. Keys that an input still collects have not. */
  #isElsewhere({ running, state }: Call, done: readonly DoneAct[], isEnd: boolean): boolean {
    if (this.all.at(-1)?.isEnd) return false
    const isSame =
      running?.ncco === this.#running?.ncco &&
      running?.index === this.#running?.index &&
      state === this.#state
    return isEnd || (done.length > this.#done && !isSame)
  }
}
