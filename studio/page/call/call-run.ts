import { type Call, performAct } from 'ncco-jsx/simulate'
import { actOf } from '../map/act-of'
import type { Act } from './act'
import { Diary, type Position } from './diary'
import type { DoneAct } from './done-act'
import { type Replacement, Stack } from './stack'
import { type Step, Steps } from './steps'
import { type RunOptions, Switchboard } from './switchboard'

/** A call on a platform of its own, with everything that was done in it, so that it can be played again. */
export class CallRun extends Switchboard {
  readonly #stacks = new Map<Call, Stack>()
  readonly #steps = new Steps()
  readonly #diary: Diary

  constructor(options: RunOptions) {
    super(options)
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

  /** The NCCOs that a call has run. */
  replacementsOf(call: Call | undefined): readonly Replacement[] {
    return (call && this.#stacks.get(call)?.replacements) ?? []
  }

  /** The points at which it has waited for someone. */
  get steps(): readonly Step[] {
    return this.#steps.all
  }

  /** Where the caller is: what a replay goes to after the last act. */
  get position(): Position {
    return this.#diary.position
  }

  async dial(): Promise<void> {
    this.#diary.begin(await this.dialOwn())
    this.#watch()
  }

  /** Does what someone does now. */
  async perform(act: Act): Promise<void> {
    // The diary notes each silence by itself.
    if (act.kind === 'silence') return this.#beSilent()
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

  /** Lets time pass until every call waits for someone, or is over. */
  async passUntilQuiet(): Promise<void> {
    while (!this.isEnded && !this.isQuiet && this.platform.next !== undefined) {
      await this.#step(this.platform.next)
    }
  }

  /** Lets time pass until the call waits for someone, or is over. */
  async passUntilWaiting(): Promise<void> {
    while (this.call && !this.isWaiting && !this.isOver && this.platform.next !== undefined) {
      await this.#step(this.platform.next)
    }
  }

  /** Does an act of an earlier call at the moment that corresponds to its own. */
  async replay(act: Act): Promise<void> {
    if ('after' in act && act.after !== undefined) {
      await this.passUntil(this.#diary.lastMoment + act.after)
    } else if (act.kind !== 'fault') await this.passUntilWaiting()
    if (act.kind === 'silence') return this.#beSilent()
    if (act.kind === 'call') await this.untilCalled(act.call)
    await this.#diary.keepAgain(act, () => this.#act(act))
    this.#watch()
  }

  /** Does an act of a map: until what it was done to has decided. */
  async follow(words: string): Promise<void> {
    const act = actOf(words, this.call?.legs.length ?? 0)
    if (!act) return
    await this.replay(act)
    const isUndecided =
      this.call?.state === 'listening' && this.isWaiting && this.#diary.isCollecting
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
    const call = this.acting
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
    for (const call of this.platform.calls) {
      const stack = this.#stacks.get(call) ?? new Stack()
      this.#stacks.set(call, stack)
      stack.observe(call)
    }
    if (this.call) this.#steps.observe(this.call, this.done)
  }

  async #act(act: Exclude<Act, { kind: 'silence' }>): Promise<void> {
    switch (act.kind) {
      case 'dial':
        return
      case 'fault':
        this.fault = act.fault
        return
      case 'wait':
        return this.passUntil(this.platform.now + act.seconds)
      case 'caller':
        return this.dialFrom(act.from)
      default:
        // At this moment, whatever the call is doing.
        return performAct({ ...act, after: 0 }, this.acting, this.platform)
    }
  }
}
