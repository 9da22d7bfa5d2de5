import {
  type Call,
  createPlatform,
  type DialOptions,
  dial,
  type Leg,
  type Platform,
  type PlatformOptions,
  type RunningNcco,
} from 'ncco-jsx/simulate'
import type { RestApplication } from '../../src/rest-messages'
import type { ActFault } from './act'
import { describeLegs, type LegState } from './leg-state'
import { describeOther, type OtherCall } from './other-call'

type Settings = Omit<DialOptions, 'platform' | 'pace' | 'faults' | 'answerUrl' | 'fetch'>

/** What a run needs: how the app is reached, and what its caller is like. */
export interface RunOptions {
  readonly answerUrl: string
  /** Brings the webhooks of the call to the app. */
  readonly fetch: NonNullable<DialOptions['fetch']>
  readonly settings: Settings
  /** The time at which the call begins, in ISO 8601. */
  readonly startsAt: string
  /** Where the app finds the REST side, and whose requests it answers. */
  readonly rest?: { readonly url: string; readonly application: RestApplication } | undefined
  /** Hears of what goes wrong after a REST request, for which nobody waits. */
  readonly onError?: (error: unknown) => void
}

/** How long a request of the app may be under way, in milliseconds. */
const longestRequest = 3000

/** The path of the event URL that an application has at least: an app of this package has it beside its answer URL. */
export function eventPathOf(answerUrl: string): string {
  const { pathname } = new URL(answerUrl)
  return pathname.endsWith('/answer') ? pathname.replace(/answer$/, 'event') : '/event'
}

/** A platform for a call of the page, with the calls of other callers, and those that the app makes. */
export class Switchboard {
  readonly platform: Platform
  /** The fault of the next webhook. */
  fault: ActFault | undefined
  readonly #options: RunOptions
  #call: Call | undefined
  /** The place of its own call among those of the platform. Absent: only the application has made calls. */
  #place: number | undefined

  constructor(options: RunOptions) {
    this.#options = options
    const { startsAt, rest, onError } = options
    this.platform = createPlatform({
      startsAt,
      onError,
      limits: false,
      ...(rest && { regionUrl: rest.url, application: this.#toApplication(rest.application) }),
    })
  }

  get call(): Call | undefined {
    return this.#call
  }

  /** The milliseconds since 1970 on the clock of the call. */
  get time(): number {
    return Date.parse(this.#options.startsAt) + Math.round(this.platform.now * 1000)
  }

  /** Its own call, or else the first one that the application has made. */
  get subject(): Call | undefined {
    return this.#call ?? (this.#place === undefined ? this.platform.calls[0] : undefined)
  }

  /** The other calls of the platform, by their numbers in it. */
  get others(): ReadonlyMap<number, Call> {
    const numbered = this.platform.calls.map((call, index) => [index + 1, call] as const)
    return new Map(numbered.filter(([number]) => number - 1 !== this.#place))
  }

  get otherCalls(): OtherCall[] {
    return [...this.others].map(([number, call]) => describeOther(call, number))
  }

  get isWaiting(): boolean {
    return this.subject?.isWaiting ?? false
  }

  /** Whether its own call has ended, and someone of another one is waited for. */
  get isLeftToOthers(): boolean {
    return this.subject?.ended !== undefined && this.#live.some(({ isWaiting }) => isWaiting)
  }

  /** Whether every call waits for someone. */
  get isQuiet(): boolean {
    return this.#live.every(({ isWaiting }) => isWaiting)
  }

  /** Whether every call has ended. */
  get isEnded(): boolean {
    return this.platform.calls.length > 0 && this.#live.length === 0
  }

  /** Whether every call has ended, and nothing is under way any more. */
  get isOver(): boolean {
    return this.isEnded && this.platform.next === undefined
  }

  get #live(): Call[] {
    return this.platform.calls.filter(({ ended }) => !ended)
  }

  get running(): RunningNcco | undefined {
    return this.subject?.running
  }

  get legs(): LegState[] {
    return describeLegs(this.#call?.legs ?? [])
  }

  /** The leg with this id, of any call. */
  legOf(uuid: string): Leg | undefined {
    const legs = this.platform.calls.flatMap((call) => [call.leg, ...call.legs])
    return legs.find((leg) => leg.uuid === uuid)
  }

  /** Whoever acts, where no other call is named. */
  get acting(): Call {
    const { subject } = this
    if (!subject) throw new Error('Nobody has called yet.')
    return subject
  }

  /** Calls the app, as the caller of the page. */
  async dialOwn(): Promise<Call> {
    this.#place = this.platform.calls.length
    this.#call = await this.#dial(this.#options.settings)
    return this.#call
  }

  /** Another person calls the app. */
  async dialFrom(from: string): Promise<void> {
    await this.#dial({ ...this.#options.settings, from })
  }

  #dial(settings: Settings): Promise<Call> {
    const { answerUrl, fetch } = this.#options
    return dial(answerUrl, {
      ...settings,
      fetch,
      platform: this.platform,
      pace: 'manual',
      faults: () => this.#takeFault(),
    })
  }

  /** The application, for calls that it makes. */
  #toApplication(application: RestApplication): PlatformOptions['application'] {
    const { answerUrl, fetch, settings } = this.#options
    const { answerMethod, baseUrl, eventUrl = eventPathOf(answerUrl), fallbackUrl } = settings
    const webhooks = { answerMethod, baseUrl, eventUrl, fallbackUrl, fetch }
    const faults = () => this.#takeFault()
    // The page looks at tokens: a request that is played again has none.
    const { id } = application
    return { id, publicKey: false, ...webhooks, faults, target: answerUrl, pace: 'manual' }
  }

  /** Waits for a call that the app makes: in an earlier call it came while time passed, which is skipped now. */
  async untilCalled(number: number): Promise<void> {
    await this.untilSo(() => this.platform.calls.length >= number)
  }

  /** Waits for a request of the app. */
  protected async untilSo(isSo: () => boolean): Promise<void> {
    const end = performance.now() + longestRequest
    while (!isSo() && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  /** The URL of the REST side. */
  protected get restUrl(): string {
    return this.#options.rest?.url ?? ''
  }

  protected fetchRest(request: Request): Promise<Response> {
    return this.platform.api.fetch(request)
  }

  #takeFault(): ActFault | undefined {
    const fault = this.fault
    this.fault = undefined
    return fault
  }
}
