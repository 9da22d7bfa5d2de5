import { computed, effect, type Signal, signal, untracked } from '@preact/signals'
import type { CallSettings, TargetState } from '../src/protocol'
import type { Act, ActFault, LegDoes } from './call/act'
import type { CallRun } from './call/call-run'
import type { LegState } from './call/leg-state'
import { type Line, toTranscript } from './call/lines'
import type { SharedCall } from './call/link'
import { reasonOf, replay } from './call/replay'
import type { Speed } from './call/ticker'
import { CurrentCall } from './current-call'
import { refuseToken } from './host/check-token'
import { deliverAt } from './host/delivery'
import type { Host } from './host/host'
import { LiveLegs } from './live/live-legs'
import { Cartographer } from './map/cartographer'
import { misfit, type Notice, reloaded, whatChanged } from './notice'
import type { CallSounds } from './sound/call-sounds'

/** A replay that is over sooner needs no word, in milliseconds. */
const unnoticed = 500

/** What the page is about: one target, and at most one call. Its parts show the signals, and call the methods. */
export class Studio {
  readonly connection: Host
  /** The options of the next call. */
  readonly settings: Signal<CallSettings> = signal({})
  readonly speed = signal<Speed>(1)
  readonly notice = signal<Notice | undefined>(undefined)
  /** The call of the link that opened the page. It is not played unasked, because the app may do real things. */
  readonly offered = signal<SharedCall | undefined>(undefined)
  /** The fault of the first webhook of the next call. */
  readonly nextFault = signal<ActFault | undefined>(undefined)
  /** The transcript before the app was loaded anew, with the number of lines that were played again. */
  readonly replayed = signal<
    { readonly before: readonly Line[]; readonly count: number } | undefined
  >(undefined)
  readonly sounds: CallSounds
  readonly current: CurrentCall
  readonly live: LiveLegs
  readonly cartographer = new Cartographer()
  readonly lines = computed(() => {
    const { stories = [] } = this.view.value ?? {}
    return toTranscript(stories, this.live.asides.value)
  })
  readonly isLive = computed(() => this.view.value !== undefined && !this.view.value.isEnded)
  /** Whether the app can be asked. While it cannot, the time of a call stands still. */
  readonly isReady = computed(() => {
    const { status, target } = this.connection
    return status.value === 'open' && target.value?.status === 'ready'
  })
  /** Whether a call can begin now. */
  readonly canCall = computed(() => this.isReady.value && !this.current.isBusy.value)
  /** Which load of the app the page knows. */
  #load: string | undefined

  constructor(connection: Host, sounds: CallSounds) {
    this.connection = connection
    this.sounds = sounds
    this.current = new CurrentCall({
      host: connection,
      sounds,
      settings: this.settings,
      onError: (error) => this.#report(error),
    })
    this.live = new LiveLegs({
      sockets: connection.sockets,
      view: this.current.view,
      isBusy: this.current.isBusy,
      play: (samples, rate) => sounds.playLive(samples, rate),
      caller: () => this.run?.subject?.leg,
      legOf: (uuid) => this.run?.legOf(uuid),
    })
    connection.rest?.serve((request) => this.#answerRest(request))
    effect(() => {
      const { settings } = connection
      this.settings.value = settings.value
    })
    effect(() => {
      const { target, reached } = connection
      const load = `${reached.value} ${target.value?.generation}`
      const { value } = target
      if (value) untracked(() => void this.#onTarget(value, load))
    })
    effect(() => {
      this.current.isHeld = !this.isReady.value
    })
    effect(() => {
      this.current.speed = this.speed.value
      sounds.speed = this.speed.value
    })
  }

  get view(): CurrentCall['view'] {
    return this.current.view
  }

  get run(): CallRun | undefined {
    return this.current.run
  }

  /** Forgets the call and the map, for another app. */
  forget(): void {
    this.#forgetCall()
    this.current.forget()
    this.cartographer.forget()
    this.notice.value = undefined
    this.offered.value = undefined
  }

  /** Calls the app. */
  async call(): Promise<void> {
    if (this.offered.value?.isKept) this.offered.value = undefined
    const fault = this.nextFault.value
    this.nextFault.value = undefined
    const before: Act[] = fault === undefined ? [] : [{ kind: 'fault', fault }, { kind: 'dial' }]
    await this.play(before)
  }

  /** Calls the app, and does acts. */
  async play(acts: readonly Act[]): Promise<void> {
    this.#forgetCall()
    const replayed = await this.#begin(acts, (run, rest) => replay(run, rest, undefined))
    if (replayed?.misfit) this.notice.value = misfit(replayed.misfit, 'The script stops')
  }

  /**
   * Maps the app.
   *
   * @param calls the most
   */
  async drawMap(calls: number): Promise<void> {
    const { headers, signature, startsAt, ...settings } = this.settings.value
    const { answerUrl = '', generation = 0 } = this.connection.target.value ?? {}
    const now = startsAt ?? new Date().toISOString()
    const fetch = deliverAt(Date.parse(now), this.connection, { extra: headers, signature })
    await this.attempt(async () => {
      await this.cartographer.draw({ answerUrl, fetch, settings, now, generation }, calls)
      return undefined
    })
  }

  /** Calls the app, and does the acts of a map. */
  async callTo(route: readonly string[]): Promise<void> {
    this.#forgetCall()
    await this.#begin([], async (run) => {
      await run.passUntilWaiting()
      for (const act of route) await run.follow(act)
    })
  }

  /** Plays the call of the link. */
  async playOffered(): Promise<void> {
    const { acts, settings } = this.offered.value ?? { acts: [], settings: {} }
    this.offered.value = undefined
    this.settings.value = { ...this.settings.value, ...settings }
    await this.play(acts)
  }

  /** Runs what may fail, and tells its reader if it does. */
  async attempt(work: () => Promise<string | undefined>): Promise<void> {
    try {
      const done = await work()
      if (done !== undefined) this.notice.value = { kind: 'info', text: done }
    } catch (error) {
      this.#report(error)
    }
  }

  /** Connects a websocket leg to its server. Audio has no other pace than real time. */
  connectLeg(leg: LegState, act: (does: LegDoes) => void): void {
    this.speed.value = 1
    this.live.connect(leg, this.settings.value.signature, act)
  }

  /** Makes the microphone the voice of a leg; absent: of the caller. */
  async speakAs(uuid?: string): Promise<void> {
    this.speed.value = 1
    await this.attempt(async () => {
      await this.live.speakAs(uuid)
      return undefined
    })
  }

  /** Does something in the call. */
  async perform(act: Act): Promise<void> {
    if (act.kind === 'fault' && !this.isLive.value) {
      this.nextFault.value = act.fault
      return
    }
    this.notice.value = undefined
    try {
      await this.current.perform(act)
    } catch (error) {
      this.#report(error)
    }
  }

  /** Lets the next webhook arrive, if it was to meet a fault. */
  withdrawFault(): void {
    if (this.isLive.value) this.current.withdrawFault()
    else this.nextFault.value = undefined
  }

  async #begin<T>(
    acts: readonly Act[],
    hurry: (run: CallRun, rest: readonly Act[]) => Promise<T>,
  ): Promise<T | undefined> {
    this.notice.value = undefined
    return this.current.begin(acts, hurry)
  }

  /** The app was loaded anew: the call so far is played again, as far as it fits. */
  async #onTarget(target: TargetState, load: string): Promise<void> {
    this.current.isLoading = target.status !== 'ready'
    if (target.status !== 'ready' || load === this.#load) return
    const isFirst = this.#load === undefined
    this.#load = load
    if (isFirst || !this.run) return
    this.notice.value = undefined
    // While a call is played again, the page shows it as it was. An app may take seconds to answer.
    const slow: Notice = {
      kind: 'info',
      text: `${whatChanged(target)}; the call is being played again.`,
    }
    const timer = setTimeout(() => {
      this.notice.value = slow
    }, unnoticed)
    const isOfNow = () => this.#load === load && this.isReady.peek()
    const again = await this.current.playAgain(isOfNow)
    clearTimeout(timer)
    if (this.notice.peek() === slow) this.notice.value = undefined
    if (!again) return
    const before = toTranscript(again.before, this.live.asides.value)
    this.replayed.value = { before, count: this.lines.value.length }
    if (again.misfit)
      this.notice.value = misfit(again.misfit, 'The app has changed, and the call stops')
    else this.notice.value = { kind: 'info', text: reloaded(target, again.acts) }
  }

  /** Answers a REST request of the app, and tells of one that is refused and that no call knows. */
  async #answerRest(request: Request): Promise<Response> {
    if (this.cartographer.isWorking.value) return new Response(null, { status: 503 })
    const before = this.lines.peek().length
    const { rest } = this.connection
    const refused = rest && (await refuseToken(request, rest.application))
    const response = refused ?? (await this.current.answerRest(request))
    if (!response.ok && this.lines.peek().length === before) {
      const { pathname } = new URL(request.url)
      this.live.note('failed', '← REST', `${request.method} ${pathname}: ${response.status}`)
    }
    return response
  }

  /** Another call is made, at a time of its own. */
  #forgetCall(): void {
    this.replayed.value = undefined
    this.live.clear()
    this.current.startsAt = this.settings.value.startsAt ?? new Date().toISOString()
  }

  #report(error: unknown): void {
    this.notice.value = { kind: 'problem', text: reasonOf(error) }
  }
}
