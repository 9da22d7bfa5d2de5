import { type Call, performAct } from 'ncco-jsx/simulate'
import { actOf } from '../map/act-of'
import { type Act, beginsByRest, type RequestAct } from './act'
import { Diary, type Position } from './diary'
import type { DoneAct } from './done-act'
import { RepeatedRequests } from './repeated-requests'
import { type RequestMaker, refusalOf, toAct, toRequest } from './rest-request'
import { nameOf } from './script'
import { type Replacement, Stack } from './stack'
import { type Step, Steps } from './steps'
import { type RunOptions, Switchboard } from './switchboard'

/** A call on a platform of its own, with everything that was done in it, so that it can be played again. */
export class CallRun extends Switchboard {
  /** The requests of an earlier call that are made again. */
  readonly repeated = new RepeatedRequests()
  readonly #stacks = new Map<Call, Stack>()
  readonly #steps = new Steps()
  readonly #diary: Diary
  /** Requests that the app has made by itself, and that no act waits for yet. */
  readonly #arrived: string[] = []
  readonly #makers = new Set<RequestMaker>()
  /** Whether the first call is one that nobody has dialled. */
  #isFollowing = false

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
    const { acts } = this.#diary
    // Otherwise the request would be what the call begins with.
    return this.call && beginsByRest(acts) ? [{ kind: 'dial' }, ...acts] : acts
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
    if (act.kind === 'fault') this.withdrawFault()
    // The diary notes each silence by itself.
    if (act.kind === 'silence') return this.#beSilent()
    await this.#diary.keep(act, () => this.#act(act))
    this.#watch()
  }

  /** Lets the next webhook arrive, if it was to meet a fault. */
  withdrawFault(): void {
    if (this.fault === undefined) return
    this.fault = undefined
    this.#diary.withdrawFault()
  }

  /** What has made REST requests. */
  get makers(): ReadonlySet<RequestMaker> {
    return this.#makers
  }

  /** Answers a REST request, and keeps it if it has changed something and is not made again by itself. */
  async answer(request: Request, by: RequestMaker): Promise<Response> {
    this.#makers.add(by)
    if (by === 'webhook' || request.method === 'GET') return this.fetchRest(request)
    const act = await toAct(request.clone(), by, this.platform.calls)
    if (by === 'app') this.#arrived.push(nameOf(act))
    const known = by === 'anybody' ? this.repeated.take(act) : undefined
    if (known) return known
    const keep = this.#diary.beginRequest(act)
    const response = await this.fetchRest(request)
    if (response.ok) keep()
    this.#followFirst()
    return response
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
    const isDone = () => this.isWaiting || this.isOver || this.isLeftToOthers
    while (this.subject && !isDone() && this.platform.next !== undefined) {
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
    if (act.kind === 'request' && this.repeated.hasCome(act)) return
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
    // A fault may be withdrawn, and leads nowhere.
    const done = this.done.filter(({ act }) => act.kind !== 'fault')
    if (this.call) this.#steps.observe(this.call, done)
  }

  /** Makes a request that was made in an earlier call, or waits for one that the app makes by itself. */
  async #request(act: RequestAct): Promise<void> {
    if (act.by === 'app') return this.#untilArrived(nameOf(act))
    const { calls } = this.platform
    const response = await this.fetchRest(toRequest(act, this.restUrl, calls))
    if (!response.ok) throw new Error(await refusalOf(response, calls))
    this.repeated.note(act, response)
    this.#followFirst()
    await this.platform.wait(0)
  }

  async #untilArrived(name: string): Promise<void> {
    await this.untilSo(() => this.#arrived.includes(name))
    const place = this.#arrived.indexOf(name)
    if (place >= 0) this.#arrived.splice(place, 1)
  }

  /** The acts are about the first call that was made, where nobody has dialled. */
  #followFirst(): void {
    if (this.call || !this.subject || this.#isFollowing) return
    this.#isFollowing = true
    this.#diary.follow(this.subject)
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
      case 'request':
        return this.#request(act)
      default:
        // At this moment, whatever the call is doing.
        return performAct({ ...act, after: 0 }, this.acting, this.platform)
    }
  }
}
