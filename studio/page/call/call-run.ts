import {
  type Call,
  createPlatform,
  type DialOptions,
  dial,
  type Platform,
  performAct,
  type RunningNcco,
} from 'ncco-jsx/simulate'
import { actOf } from '../map/act-of'
import type { Act, ActFault } from './act'
import { Diary, type Position } from './diary'
import type { DoneAct } from './done-act'
import { describeLegs, type LegState } from './leg-state'
import { type Replacement, Stack } from './stack'
import { type Step, Steps } from './steps'

/** What a run needs: how the app is reached, and what its caller is like. */
export interface RunOptions {
  readonly answerUrl: string
  /** Brings the webhooks of the call to the app. */
  readonly fetch: NonNullable<DialOptions['fetch']>
  readonly settings: Omit<DialOptions, 'platform' | 'pace' | 'faults' | 'answerUrl' | 'fetch'>
  /** The time at which the call begins, in ISO 8601. */
  readonly startsAt: string
}

/** A call on a platform of its own, with everything that was done in it, so that it can be played again. */
export class CallRun {
  readonly platform: Platform
  readonly #options: RunOptions
  readonly #stack = new Stack()
  readonly #steps = new Steps()
  readonly #diary: Diary
  #call: Call | undefined
  #fault: ActFault | undefined

  constructor(options: RunOptions) {
    this.#options = options
    this.platform = createPlatform({ startsAt: options.startsAt })
    this.#diary = new Diary(this.platform)
  }

  /** What was done, in order. */
  get done(): readonly DoneAct[] {
    return this.#diary.done
  }

  /** The same, with keys that follow each other as one act. */
  get acts(): Act[] {
    return this.#diary.acts
  }

  get call(): Call | undefined {
    return this.#call
  }

  /** The milliseconds since 1970 on the clock of the call. */
  get time(): number {
    return Date.parse(this.#options.startsAt) + Math.round(this.platform.now * 1000)
  }

  get isWaiting(): boolean {
    return this.#call?.isWaiting ?? false
  }

  /** Whether it has ended, and nothing is under way any more. */
  get isOver(): boolean {
    return this.#call?.ended !== undefined && this.platform.next === undefined
  }

  /** The fault of the next webhook. */
  get fault(): ActFault | undefined {
    return this.#fault
  }

  get running(): RunningNcco | undefined {
    return this.#call?.running
  }

  get replacements(): readonly Replacement[] {
    return this.#stack.replacements
  }

  /** The points at which it has waited for someone. */
  get steps(): readonly Step[] {
    return this.#steps.all
  }

  get legs(): LegState[] {
    return describeLegs(this.#call?.legs ?? [])
  }

  /** Where the caller is: what a replay goes to after the last act. */
  get position(): Position {
    return this.#diary.position
  }

  async dial(): Promise<void> {
    const { answerUrl, fetch, settings } = this.#options
    this.#call = await dial(answerUrl, {
      ...settings,
      fetch,
      platform: this.platform,
      pace: 'manual',
      faults: () => this.#takeFault(),
    })
    this.#diary.begin(this.#call)
    this.#watch()
  }

  /** Does what someone does now. */
  async perform(act: Act): Promise<void> {
    await this.#diary.keep(act, () => this.#act(act))
    this.#watch()
  }

  /** Lets time pass until this second of the clock, one event after another. */
  async passUntil(second: number): Promise<void> {
    for (;;) {
      const next = Math.min(this.platform.next ?? second, second)
      await this.#step(next)
      if (next >= second || this.isOver) return
    }
  }

  /** Lets time pass until the call waits for someone, or is over. */
  async passUntilWaiting(): Promise<void> {
    while (this.#call && !this.isWaiting && !this.isOver && this.platform.next !== undefined) {
      await this.#step(this.platform.next)
    }
  }

  /** Does an act of an earlier call at the moment that corresponds to its own. */
  async replay(act: Act): Promise<void> {
    if ('after' in act && act.after !== undefined) {
      await this.passUntil(this.#diary.lastMoment + act.after)
    } else if (act.kind !== 'fault') await this.passUntilWaiting()
    if (act.kind === 'silence') return this.#beSilent()
    await this.#diary.keepAgain(act, () => this.#act(act))
    this.#watch()
  }

  /** Does an act of a map: until what it was done to has decided. */
  async follow(words: string): Promise<void> {
    const act = actOf(words, this.#call?.legs.length ?? 0)
    if (!act) return
    await this.replay(act)
    const isUndecided =
      this.#call?.state === 'listening' && this.isWaiting && this.#diary.isCollecting
    if (act.kind === 'press' && isUndecided) await this.replay({ kind: 'silence' })
    await this.passUntilWaiting()
  }

  /** Goes to where the caller was. */
  async goTo({ isWaiting, after }: Position): Promise<void> {
    if (isWaiting) await this.passUntilWaiting()
    else await this.passUntil(this.#diary.lastMoment + after)
  }

  /** Waits for the end of the timeout that the call waits for. */
  async #beSilent(): Promise<void> {
    const call = this.#live()
    // A call that is over does not wait; the act below says so.
    if (call.ended) await call.wait()
    while (this.isWaiting && this.platform.next !== undefined) await this.#step(this.platform.next)
  }

  async #step(second: number): Promise<void> {
    await this.platform.wait(Math.max(0, second - this.platform.now))
    this.#diary.observe()
    this.#watch()
  }

  #watch(): void {
    if (!this.#call) return
    this.#stack.observe(this.#call)
    this.#steps.observe(this.#call, this.done)
  }

  async #act(act: Act): Promise<void> {
    switch (act.kind) {
      case 'dial':
        return
      case 'fault':
        this.#fault = act.fault
        return
      case 'silence':
        return this.#beSilent()
      case 'wait':
        return this.passUntil(this.platform.now + act.seconds)
      default:
        // At this moment, whatever the call is doing.
        return performAct({ ...act, after: 0 }, this.#live(), this.platform)
    }
  }

  #live(): Call {
    if (!this.#call) throw new Error('Nobody has called yet.')
    return this.#call
  }

  #takeFault(): ActFault | undefined {
    const fault = this.#fault
    this.#fault = undefined
    return fault
  }
}
