import type { JsonObject } from '../../element/json'
import type { ActionName } from '../../vocabulary/index'
import { actions } from '../actions'
import type { WebhookResult } from '../delivery/answer'
import type { SimulatedLeg } from '../leg/simulated-leg'
import type { Activity, Flow } from './activity'
import type { CallHost, FlowEnd, LegFlow } from './call-host'
import type { RunningNcco } from './running-ncco'

// A transfer by REST may overtake the answer to a webhook.
const tooLate =
  'The NCCO of that answer is discarded, because another one has taken its place meanwhile.'

/** Runs the actions of an NCCO on a leg: first in, first out; one that holds the flow must end before the next. */
export class NccoFlow implements Flow, LegFlow {
  readonly call: CallHost
  readonly leg: SimulatedLeg
  isInterruptible = false
  #actions: readonly JsonObject[] = []
  /** The index of the next action. */
  #next = 0
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

  get running(): RunningNcco | undefined {
    return this.#next === 0 ? undefined : { ncco: this.#actions, index: this.#next - 1 }
  }

  get isAtEnd(): boolean {
    return this.#next >= this.#actions.length
  }

  get isWaiting(): boolean {
    return this.#current?.isWaiting ?? false
  }

  /**
   * Runs an NCCO instead of the rest of the current one.
   *
   * @param before called when the current action has stopped, before the first one begins
   */
  run(ncco: readonly JsonObject[], before?: () => void): void {
    if (this.#isOver) return
    const current = this.#current
    this.#current = undefined
    this.#actions = ncco
    this.#next = 0
    current?.stop()
    this.leg.player.stop()
    this.leg.keyListener = undefined
    this.isInterruptible = false
    before?.()
    this.#advance()
  }

  finish(activity: Activity): void {
    if (this.#current !== activity) return
    this.call.remember({ type: 'left', leg: this.leg })
    this.#current = undefined
    this.#advance()
  }

  take(result: WebhookResult, activity: Activity): void {
    if (this.#current !== activity) {
      if (result.kind === 'ncco' && !this.#isOver) this.call.log({ type: 'note', text: tooLate })
      return
    }
    if (result.kind !== 'ncco' && result.kind !== 'invalid') return this.finish(activity)
    this.call.remember({ type: 'left', leg: this.leg })
    if (result.kind === 'ncco') this.run(result.ncco)
    else this.#end('invalid')
  }

  forget(): void {
    this.#actions = []
    this.#next = 0
  }

  /** Ends it from outside. */
  stop(): void {
    if (this.#isOver) return
    this.#isOver = true
    const current = this.#current
    this.#current = undefined
    this.forget()
    current?.stop()
    this.leg.player.stop()
    this.leg.keyListener = undefined
  }

  #advance(): void {
    // An action that ends at once comes back here; the loop below goes on with the next one.
    if (this.#isBeginning) return
    this.#isBeginning = true
    while (!this.#current && !this.#isOver && !this.isAtEnd) {
      const action = this.#actions[this.#next++] as JsonObject
      this.#current = this.#begin(action)
    }
    this.#isBeginning = false
    // A prompt that can be interrupted plays on under the actions that follow it, and must end too.
    if (!this.#current) this.leg.player.whenSilent(() => this.#endIfDone())
  }

  /** Starts an action. Only a retired action has no beginning here. */
  #begin(action: JsonObject): Activity | undefined {
    const name = String(action.action)
    this.call.remember({
      type: 'begun',
      leg: this.leg,
      ncco: this.#actions,
      index: this.#next - 1,
    })
    if (Object.hasOwn(actions, name)) return actions[name as ActionName](action, this)
    this.call.log({ type: 'note', text: `The action ${name} is not simulated, and is skipped.` })
    return undefined
  }

  #endIfDone(): void {
    const isDone = !this.#current && !this.#isOver && this.isAtEnd
    if (isDone) this.#end('done')
  }

  #end(end: FlowEnd): void {
    this.stop()
    this.#onEnd(end)
  }
}
