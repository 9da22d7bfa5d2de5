import { type Signal, signal } from '@preact/signals'
import type { CallSettings } from '../src/protocol'
import { type Act, beginsByRest, splitAtDial } from './call/act'
import { CallRun } from './call/call-run'
import { type CallView, viewRun } from './call/call-view'
import { type Replayed, replay } from './call/replay'
import type { RequestMaker } from './call/rest-request'
import { type Speed, Ticker } from './call/ticker'
import { ExchangeLog } from './host/exchange-log'
import type { Host } from './host/host'
import { causeOf, makerOf } from './host/request-maker'
import type { CallSounds } from './sound/call-sounds'

/** What a call needs around it. */
export interface Surroundings {
  readonly host: Host
  readonly sounds: CallSounds
  /** The options of the next call. */
  readonly settings: Signal<CallSettings>
  /** Hears of what goes wrong while time passes. */
  readonly onError: (error: unknown) => void
}

/** A run, and the requests that went out for it. */
interface Logged {
  readonly run: CallRun
  readonly log: ExchangeLog
}

/** A call that was played again. */
export interface PlayedAgain extends Replayed {
  /** How many acts it had. */
  readonly acts: number
  /** What happened in it before. */
  readonly before: CallView['stories']
}

/** The call of the page: it begins, its time passes, and its view follows. */
export class CurrentCall {
  readonly view = signal<CallView | undefined>(undefined)
  readonly isBusy = signal(false)
  /** The time at which the call began. One that is played again begins at the same time. */
  startsAt = ''
  readonly #around: Surroundings
  readonly #ticker: Ticker
  #logged: Logged | undefined
  /** The run that answers REST requests: one that is being played again does before it is shown. */
  #answering: Logged | undefined
  /** Whether the app is being loaded anew. What it asks for at its start belongs to the run after that. */
  #isLoading = false
  /** The next run, where the app has asked for something at its start. */
  #next: Logged | undefined
  /** How often a call was begun or left. A run of an earlier one is not gone on with. */
  #calls = 0
  /** How many runs are being entered. */
  #entering = 0

  constructor(around: Surroundings) {
    this.#around = around
    this.#ticker = new Ticker(() => this.refresh(), around.onError)
  }

  get run(): CallRun | undefined {
    return this.#logged?.run
  }

  set speed(speed: Speed) {
    this.#ticker.speed = speed
  }

  /** Whether the time stands still, because the app cannot be asked. */
  set isHeld(isHeld: boolean) {
    this.#ticker.isHeld = isHeld
  }

  /** Leaves the call, as if there had never been one. */
  forget(): void {
    this.#calls++
    this.#ticker.stop()
    this.#around.sounds.stop()
    this.#logged = undefined
    this.#answering = undefined
    this.#next = undefined
    this.view.value = undefined
  }

  /** The app is being loaded anew, or was. */
  set isLoading(isLoading: boolean) {
    if (isLoading) this.#next = undefined
    this.#isLoading = isLoading
  }

  /** Begins the acts of a call: dials unless the app makes its first call, does in an instant what was done before, and lets time pass from there. */
  async begin<T>(
    acts: readonly Act[],
    hurry: (run: CallRun, rest: readonly Act[]) => Promise<T>,
  ): Promise<T | undefined> {
    this.#calls++
    const logged = this.#openNext()
    if (!logged) return undefined
    const { run } = logged
    this.#show(logged)
    const work = async () => hurry(run, await this.#start(run, acts))
    return this.#enter(logged, work, () => true)
  }

  /**
   * Plays the call again, as far as its acts fit, up to where the caller is when that begins. Until it is done, the page shows the call as it was.
   *
   * @param isOfNow whether the app is still the one that was loaded. If not, the call stays as it was.
   */
  async playAgain(isOfNow: () => boolean): Promise<PlayedAgain | undefined> {
    const logged = this.#openNext()
    if (!logged) return undefined
    const work = async () => {
      // What was done while the app was loaded belongs to the call.
      const { run } = this
      if (!run?.subject || !isOfNow()) return undefined
      const { acts, isEnded, position } = run
      this.refresh()
      const { stories = [] } = this.view.peek() ?? {}
      const rest = await this.#start(logged.run, acts)
      const replayed = await replay(logged.run, rest, isEnded ? undefined : position)
      return { ...replayed, acts: acts.length, before: stories }
    }
    return this.#enter(logged, work, isOfNow)
  }

  /** Does something in the call, which may be another one when its turn comes. */
  async perform(act: Act): Promise<void> {
    try {
      await this.#ticker.inTurn(async () => await this.run?.perform(act))
      if (act.kind === 'silence' || act.kind === 'wait') this.#ticker.catchUp()
    } finally {
      this.refresh()
    }
  }

  /** Lets the next webhook arrive, if it was to meet a fault. */
  withdrawFault(): void {
    this.run?.withdrawFault()
    this.refresh()
  }

  /** A run that waits for someone or is over: that of the page, or its acts once more. */
  async settledRun(): Promise<CallRun | undefined> {
    const { run } = this
    if (!run?.subject || run.isWaiting || run.isOver) return run
    const logged = this.#open()
    this.#answering = logged
    const { run: again } = logged
    try {
      await replay(again, await this.#start(again, run.acts), { isWaiting: true, after: 0 })
      return again
    } finally {
      this.#answering = this.#logged
    }
  }

  /** The run of the next call; `undefined` if there is none, which its reader is told. */
  #openNext(): Logged | undefined {
    try {
      const logged = this.#next ?? this.#open()
      this.#next = undefined
      return logged
    } catch (error) {
      this.#around.onError(error)
      return undefined
    }
  }

  /**
   * Works on a run when nothing else is under way. Then the page goes on with it, before anything that was done meanwhile has its turn.
   *
   * @param isWanted whether it does, once the work is done. Otherwise the page goes on with the run that it has.
   */
  async #enter<T>(
    logged: Logged,
    work: () => Promise<T | undefined>,
    isWanted: () => boolean,
  ): Promise<T | undefined> {
    const calls = this.#calls
    this.#ticker.stop()
    this.#around.sounds.stop()
    this.#answering = logged
    this.#entering++
    this.isBusy.value = true
    return this.#ticker.inTurn(async () => {
      try {
        return await work()
      } catch (error) {
        this.#around.onError(error)
        return undefined
      } finally {
        this.isBusy.value = --this.#entering > 0
        if (calls === this.#calls) this.#goOn(isWanted() ? logged : this.#logged)
      }
    })
  }

  #goOn(logged: Logged | undefined): void {
    this.#answering = logged
    if (!logged) return
    const { run } = logged
    // A call that is past its start was replayed: the page shows it, but does not speak it again.
    if (run.platform.now > 0) this.#around.sounds.skip(run)
    this.#show(logged)
    if (run.subject) this.#ticker.start(run)
  }

  /** Does the acts before a call, and dials. Returns the acts in it. */
  async #start(run: CallRun, acts: readonly Act[]): Promise<readonly Act[]> {
    if (beginsByRest(acts)) return acts
    const [before, rest] = splitAtDial(acts)
    for (const act of before) await run.perform(act)
    await run.dial()
    return rest
  }

  /** Answers a REST request of the app. A call that it makes rings in the page. */
  async answerRest(request: Request): Promise<Response> {
    const logged = this.#runFor(request)
    const { run } = logged
    // Not in turn: the app may ask while its answer to a webhook is waited for.
    const response = await run.answer(request, this.#makerOf(request, logged))
    if (!this.#logged && this.#answering && run.subject) this.#show(this.#answering)
    if (this.run === run && run.subject) this.#ticker.resume(run)
    this.refresh()
    return response
  }

  #makerOf(request: Request, { log }: Logged): RequestMaker {
    const isServer = this.#around.host.target.value?.kind === 'server'
    return makerOf(request, log.isUnderWay, isServer)
  }

  #runFor(request: Request): Logged {
    const isAtStart = this.#isLoading && this.#logged && causeOf(request) === 'itself'
    if (isAtStart) {
      this.#next ??= this.#open()
      return this.#next
    }
    this.#answering ??= this.#open()
    return this.#answering
  }

  refresh(): void {
    const { run, log } = this.#logged ?? {}
    if (!run || !log) return
    this.view.value = viewRun(run, log.exchanges, this.view.peek())
    if (!this.isBusy.peek()) this.#around.sounds.follow(run)
  }

  #show(logged: Logged): void {
    this.#logged = logged
    this.refresh()
  }

  #open(): Logged {
    const { host, settings: chosen, onError } = this.#around
    const { headers, signature, startsAt, ...settings } = chosen.value
    const { rest } = host
    this.startsAt ||= startsAt ?? new Date().toISOString()
    let run: CallRun | undefined
    const log = new ExchangeLog(host, {
      now: () => ({ second: run?.platform.now ?? 0, time: run?.time ?? Date.now() }),
      onChange: () => this.refresh(),
      extra: headers,
      signature,
    })
    run = new CallRun({
      answerUrl: host.target.value?.answerUrl ?? '',
      fetch: (request, init) => log.fetch(request, init),
      settings,
      startsAt: this.startsAt,
      rest,
      onError,
    })
    return { run, log }
  }
}
