import { assertSeconds, refuseOption } from './assert-options'
import { Clock } from './clock'
import { Conversations } from './leg/conversations'
import { Mixer } from './media/mixer'
import type { NetworkOptions } from './network-options'
import type { Driver } from './pace/driver'
import { LiveCalls } from './pace/live-calls'
import { RealPace } from './pace/real-pace'
import type { Pace, TimedCall } from './pace/timed-call'
import { VirtualPace } from './pace/virtual-pace'
import { WallClock } from './pace/wall-clock'
import type { RateLimit } from './rate-limit'

/** The clock of a telephone network. */
export interface Network {
  /** Seconds since the platform was made. */
  readonly now: number
  /** The second at which something happens next if nobody acts; `undefined` if nothing will. */
  readonly next: number | undefined
  /**
   * Lets time pass for every call of the platform; with `pace: 'real'`, waits that long.
   *
   * @throws SimulatorError `simulator-option`, `platform-closed`; `endless-call`, `loop-without-pause`, unless the pace is real
   */
  wait(seconds: number): Promise<void>
  /** Ends every call, and returns when their last webhooks are delivered. No call can be made afterwards. */
  close(): Promise<void>
}

/** Whether `createPlatform` made this value. */
export function isPlatform(value: unknown): value is SimulatedPlatform {
  return value instanceof SimulatedPlatform
}

export class SimulatedPlatform implements Network {
  readonly clock: Clock
  /** Whether it runs by itself, with the wall clock. */
  readonly isReal: boolean
  readonly conversations = new Conversations(() => this.uuid())
  readonly maxSeconds: number
  /** Whether whoever watches all calls sees its own. */
  isWatched = true
  /** Brings audio from leg to leg. */
  readonly mixer = new Mixer(() => this.clock.elapsed)
  /** Whether audio flows. */
  readonly hasAudio: boolean
  /** Whether a program can speak and listen as it happens. */
  readonly hasLiveAudio: boolean
  /** Whether websockets are connected to their servers. */
  readonly connectsWebsockets: boolean
  /** Counts the calls that the application makes, by REST and by connect. Absent: as many as it likes. */
  readonly callRate: RateLimit | undefined
  readonly #options: NetworkOptions
  readonly #startsAt: number
  readonly #calls = new LiveCalls()
  readonly #driver: Driver
  /** The last timestamp that was written. */
  #moment = { at: Number.NaN, text: '' }
  #ids = 0

  constructor(options: NetworkOptions) {
    const { pace, speed = 1, maxSeconds = 3600 } = options
    if (options.speed !== undefined && pace !== 'real') {
      refuseOption('speed', "absent unless the pace is 'real'")
    }
    const { startsAt = pace === 'real' ? undefined : '2026-01-01T00:00:00.000Z' } = options
    this.#options = options
    this.#startsAt = startsAt === undefined ? Date.now() : Date.parse(startsAt)
    this.maxSeconds = maxSeconds
    this.isReal = pace === 'real'
    this.hasAudio = this.isReal && speed === 1
    this.hasLiveAudio = speed === 1
    if (options.websockets === 'connected' && !this.hasAudio) {
      refuseOption('websockets', "'simulated' unless the pace is 'real' at speed 1")
    }
    this.connectsWebsockets = this.hasAudio && options.websockets !== 'simulated'
    const onError = (error: unknown) => this.#report(error)
    if (pace === 'real') {
      const clock = new WallClock(speed)
      this.clock = clock
      this.#driver = new RealPace(clock, this.#calls, speed, onError)
    } else {
      this.clock = new Clock()
      this.#driver = new VirtualPace(this.clock, this.#calls, onError)
    }
  }

  get now(): number {
    return this.clock.now
  }

  get next(): number | undefined {
    return this.clock.next
  }

  /** The time of its clock, in milliseconds since 1970. */
  get time(): number {
    return this.#startsAt + Math.round(this.now * 1000)
  }

  async wait(seconds: number): Promise<void> {
    assertSeconds('wait()', seconds)
    this.#calls.assertOpen()
    await this.#driver.wait(seconds)
  }

  close(): Promise<void> {
    return this.#driver.close()
  }

  /** The time `at` as webhooks write it. */
  timestamp(at = this.now): string {
    // Many webhooks go out at one moment, and writing a date takes long.
    if (this.#moment.at !== at) {
      const text = new Date(this.#startsAt + Math.round(at * 1000)).toISOString()
      this.#moment = { at, text }
    }
    return this.#moment.text
  }

  /** A new id of 32 hexadecimal digits: the form that captured webhooks have for callers from the telephone network. */
  hexId(): string {
    return this.uuid().replaceAll('-', '')
  }

  /** Counts ids as given, so that two platforms have none in common. */
  skipIds(count: number): void {
    this.#ids += count
  }

  /** A new id: the next number, in the form of a uuid. */
  uuid(): string {
    const number = (++this.#ids).toString(16).padStart(12, '0')
    return `00000000-0000-4000-8000-${number}`
  }

  /** Whether a call is completed when either side of an answered `connect` hangs up. */
  get endsAfterConnect(): boolean {
    return this.#options.afterConnect !== 'continues'
  }

  /** The most audio that is kept of a leg, in seconds. */
  get audioSeconds(): number {
    return this.#options.audioSeconds ?? 600
  }

  get regionUrl(): string {
    return this.#options.regionUrl ?? 'https://api-eu.vonage.com'
  }

  /** The URL of a recording, or of its transcript. */
  fileUrl(path: string): string {
    const base = this.#options.regionUrl ?? 'https://api.nexmo.com'
    return `${base.replace(/\/+$/, '')}/v1/files/${path}`
  }

  streamSeconds(url: string): number {
    return this.#options.streams?.[url] ?? this.#options.streamSeconds ?? 10
  }

  /**
   * Watches a call, so that it does not exceed its limit.
   *
   * @throws SimulatorError `platform-closed`
   */
  join(call: TimedCall): void {
    this.#calls.add(call)
  }

  /** Watches it no longer. Its last events may come later: they do not make the call longer. */
  leave(call: TimedCall): void {
    this.#calls.leave(call)
  }

  /** Puts a webhook of a call into the queue. */
  post(call: TimedCall, deliver: () => Promise<void>): void {
    this.#driver.post(call, deliver)
  }

  /** Does at once what comes from outside the calls, such as an answer that arrives, and what follows from it. */
  happen(act: () => void): void {
    this.#driver.happen(act)
  }

  /** Does something to a call, then lets time pass. */
  perform(call: TimedCall, act: () => void, pace: Pace): Promise<void> {
    return this.#driver.perform(call, act, pace)
  }

  /** Whether something that happened at this second still counts as happening now. */
  isNow(second: number): boolean {
    return this.now - second <= this.#driver.moment
  }

  #report(error: unknown): void {
    const { onError = console.error } = this.#options
    try {
      onError(error)
    } catch (thrown) {
      console.error(thrown)
    }
  }
}
