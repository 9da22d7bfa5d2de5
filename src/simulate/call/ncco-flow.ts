import type { JsonObject } from '../../element/json'
import type { ActionName } from '../../vocabulary/index'
import { actions } from '../actions'
import type { WebhookResult } from '../delivery/answer'
import type { SimulatedLeg } from '../leg/simulated-leg'
import type { Activity, Flow } from './activity'
import type { CallHost, FlowEnd, LegFlow } from './call-host'

/** Runs the actions of an NCCO on a leg: first in, first out; one that holds the flow must end before the next. */
export class NccoFlow implements Flow, LegFlow {
  readonly call: CallHost
  readonly leg: SimulatedLeg
  isInterruptible = false
  #stack: readonly JsonObject[] = []
  #current: Activity | undefined
  #isBeginning = false
  #isOver = false
  readonly #onEnd: (end: FlowEnd) => void

  constructor(call: CallHost, leg: SimulatedLeg, onEnd: (end: FlowEnd) => void) {
    this.call = call
    this.leg = leg
    leg.flow = this
    this.#onEnd = onEnd
  }

  /** The action that holds the flow. */
  get current(): Activity | undefined {
    return this.#current
  }

  get isWaiting(): boolean {
    return this.#current?.isWaiting ?? false
  }

  /** Runs an NCCO instead of the rest of the current one. */
  run(ncco: readonly JsonObject[]): void {
    if (this.#isOver) return
    const current = this.#current
    this.#current = undefined
    this.#stack = ncco
    current?.stop()
    this.leg.player.stop()
    this.leg.keyListener = undefined
    this.isInterruptible = false
    this.#advance()
  }

  finish(activity: Activity): void {
    if (this.#current !== activity) return
    this.#current = undefined
    this.#advance()
  }

  take(result: WebhookResult, activity: Activity): void {
    if (this.#current !== activity) return
    if (result.kind === 'ncco') this.run(result.ncco)
    else if (result.kind === 'invalid') this.#end('invalid')
    else this.finish(activity)
  }

  forget(): void {
    this.#stack = []
  }

  /** Ends it from outside. */
  stop(): void {
    if (this.#isOver) return
    this.#isOver = true
    const current = this.#current
    this.#current = undefined
    this.#stack = []
    current?.stop()
    this.leg.player.stop()
    this.leg.keyListener = undefined
  }

  #advance(): void {
    // An action that ends at once comes back here; the loop below goes on with the next one.
    if (this.#isBeginning) return
    this.#isBeginning = true
    let action = this.#next()
    while (action && !this.#current && !this.#isOver) {
      this.#current = actions[action.action as ActionName](action, this)
      if (!this.#current) action = this.#next()
    }
    this.#isBeginning = false
    // A prompt that can be interrupted plays on under the actions that follow it, and must end too.
    if (!this.#current) this.leg.player.whenSilent(() => this.#endIfDone())
  }

  #endIfDone(): void {
    const isDone = !this.#current && !this.#isOver && this.#stack.length === 0
    if (isDone) this.#end('done')
  }

  #next(): JsonObject | undefined {
    const [next, ...rest] = this.#stack
    this.#stack = rest
    return next
  }

  #end(end: FlowEnd): void {
    this.stop()
    this.#onEnd(end)
  }
}
