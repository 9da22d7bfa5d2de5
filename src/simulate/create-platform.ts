import type { Incoming } from '../serve/incoming'
import type { ApiAnswer } from './api/answer'
import { internalError } from './api/problems'
import { RestApi } from './api/rest-api'
import { assertRestApplication, type RestApplicationOptions } from './api/rest-application'
import { RestSide } from './api/rest-side'
import {
  type AssertionsOf,
  assertOptions,
  flag,
  isText,
  oneOf,
  refuseOption,
} from './assert-options'
import type { Call } from './call/call'
import { CallInProgress } from './call/call-in-progress'
import { CallRegistry } from './call/call-registry'
import { viewCall } from './call/view'
import { simulatorError } from './errors'
import { type NetworkOptions, networkAssertions } from './network-options'
import type { TimedCall } from './pace/timed-call'
import { type Network, SimulatedPlatform } from './platform'
import { RateLimit } from './rate-limit'

/**
 * Options of {@link createPlatform}.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ startsAt: '2026-12-24T09:00:00Z', maxSeconds: 600 })
 * ```
 */
export interface PlatformOptions extends NetworkOptions {
  /** The application that may use the REST side, `platform.api`. Absent: nobody may. */
  application?: RestApplicationOptions | undefined
  /**
   * Whether the application may make only three calls within a second of the clock, by REST and by connect, and fifteen other requests. In
   * excess of that a request is answered with 429, and a connect with an error event.
   * @defaultValue true
   */
  limits?: boolean | undefined
  /**
   * The answer of the REST side to changes of a call in its first two seconds. `refuses`: 400, as Vonage's. `accepts`: they are made.
   * @defaultValue 'refuses'
   */
  early?: 'refuses' | 'accepts' | undefined
}

const platformAssertions: AssertionsOf<PlatformOptions> = {
  ...networkAssertions,
  application: assertRestApplication,
  limits: flag,
  early: oneOf('refuses', 'accepts'),
}

/**
 * The REST side of a platform: Vonage's Voice API v1, for the calls of this platform.
 *
 * @example
 * ```ts
 * const server = createServer(toNodeHandler(platform.api))
 * ```
 */
export interface PlatformApi {
  /**
   * Answers a request. It does not wait for webhooks, so an app may ask from inside the handler of one.
   *
   * @throws SimulatorError `no-application`, `simulator-option`
   */
  fetch(this: void, request: Request): Promise<Response>
  /** The same without `Request` and `Response`. It never rejects. */
  respond(this: void, incoming: Incoming): Promise<ApiAnswer>
}

/**
 * A telephone network in memory, with a clock of its own. Calls of one platform can meet in a conversation.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ pace: 'real', speed: 20 })
 * const call = await dial([{ action: 'talk', text: 'Hello.' }, { action: 'wait', timeout: 10 }], { platform })
 * await call.wait()
 * await platform.close()
 * ```
 */
export interface Platform extends Network {
  /** Its calls, in the order in which they began: all that last, and the last 1,000 that are over. */
  readonly calls: readonly Call[]
  /** The Voice API v1 for these calls. */
  readonly api: PlatformApi
  /**
   * The calls that the application made by REST to a number, user, URI or extension. Waits for what is under way, and for the first such
   * call up to 5 s of real time.
   *
   * @throws SimulatorError `no-call-made`, `simulator-option`
   * @example
   * ```ts
   * await remind() // by REST
   * const [call] = await platform.callsTo('447700900002')
   * await call.leg.answer()
   * ```
   */
  callsTo(address: string): Promise<Call[]>
}

/**
 * Makes a platform, for calls that share a clock and conversations, or that need its options.
 *
 * @throws SimulatorError `simulator-option`
 * @example
 * ```ts
 * const platform = createPlatform({ streams: { 'https://example.com/jingle.mp3': 4.5 } })
 * const room = [{ action: 'conversation', name: 'standup' }]
 * const ada = await dial(room, { platform, from: '447700900001' })
 * const ben = await dial(room, { platform, from: '447700900002' })
 * ada.hears(ben) // true
 * ```
 */
export function createPlatform(options: PlatformOptions = {}): Platform {
  assertOptions('createPlatform()', options, platformAssertions)
  return new SharedPlatform(options)
}

// "3 new outbound calls per second"
const callsPerSecond = 3

// Long enough for a request over a slow connection, and for a test to fail with a message rather than by its own timeout.
const longestWait = 5

/** A platform that knows its calls, and has a REST side. */
class SharedPlatform extends SimulatedPlatform implements Platform {
  readonly #registry = new CallRegistry()
  readonly #side: RestSide | undefined
  override readonly callRate: RateLimit | undefined
  readonly api: PlatformApi

  constructor(options: PlatformOptions) {
    super(options)
    const { application, limits = true, early } = options
    if (this.isReal && application?.pace !== undefined) {
      refuseOption('application.pace', "absent with pace: 'real', where time passes by itself")
    }
    this.#side = application && new RestSide(this, this.#registry, application, early === 'accepts')
    this.callRate = application && limits ? new RateLimit(callsPerSecond) : undefined
    const api = this.#side && new RestApi(this.#side, limits)
    this.api = {
      async fetch(request) {
        if (!api) throw simulatorError('no-application', {})
        return api.fetch(request)
      },
      async respond(incoming) {
        if (!api) return internalError(simulatorError('no-application', {}))
        return api.respond(incoming)
      },
    }
  }

  get calls(): Call[] {
    return this.#registry.all.map(viewCall)
  }

  async callsTo(address: string): Promise<Call[]> {
    if (!isText(address)) refuseOption('What callsTo() takes', 'a number, user, URI or extension')
    await this.wait(0)
    const side = this.#side
    if (!side) throw simulatorError('no-application', {})
    await side.untilMade(address, longestWait)
    const made = side.madeTo(address)
    if (made.length === 0) throw simulatorError('no-call-made', { seconds: longestWait })
    return made.map(viewCall)
  }

  override join(call: TimedCall): void {
    super.join(call)
    if (call instanceof CallInProgress) this.#registry.add(call)
  }

  override leave(call: TimedCall): void {
    super.leave(call)
    if (call instanceof CallInProgress) this.#registry.end(call)
  }
}
