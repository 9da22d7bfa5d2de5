import { type AssertionsOf, assertSeconds, may, object, oneOf, seconds } from './assert-options'
import { Clock } from './clock'
import type { SimulatorError } from './errors'
import { Conversations } from './leg/conversations'
import { Queue } from './queue'

/** Options of the network: of its clock, its audio and its calls. */
export interface NetworkOptions {
  /**
   * The time at second 0 of the clock, for the timestamps of webhooks: ISO 8601.
   * @defaultValue '2026-01-01T00:00:00.000Z'
   */
  startsAt?: string | undefined
  /** Length of the audio of each `streamUrl`, in seconds, by its URL. */
  streams?: Readonly<Record<string, number>> | undefined
  /**
   * Length of audio that `streams` does not name, in seconds.
   * @defaultValue 10
   */
  streamSeconds?: number | undefined
  /**
   * The longest call in seconds. A longer one is ended, and the method that let the time pass throws, also if it belongs to another
   * call.
   * @defaultValue 3600
   */
  maxSeconds?: number | undefined
  /**
   * The effect of a hang-up after a `connect` was answered. `ends`: the call is completed, as Vonage's tutorials say. `continues`: the
   * next action of the caller's NCCO runs.
   * @defaultValue 'ends'
   */
  afterConnect?: 'ends' | 'continues' | undefined
}

const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

export const networkAssertions: AssertionsOf<NetworkOptions> = {
  startsAt: may(
    'a time in ISO 8601, up to the year 9999',
    (value) => typeof value === 'string' && Date.parse(value) <= lastMoment,
  ),
  streams(value, option) {
    object(value, option)
    for (const length of Object.values(value ?? {})) assertSeconds(option, length)
  },
  streamSeconds: seconds,
  maxSeconds: seconds,
  afterConnect: oneOf('ends', 'continues'),
}

/** The clock of a telephone network. */
export interface Network {
  /** Seconds since the platform was made. */
  readonly now: number
  /** The second at which something happens next if nobody acts; `undefined` if nothing will. */
  readonly next: number | undefined
  /** Lets time pass for every call of the platform. */
  wait(seconds: number): Promise<void>
}

/** The time that passes after an act. */
export interface Pace {
  /** At least. */
  readonly seconds: number
  /** Whether it passes until the call waits for someone. */
  readonly isPatient: boolean
}

/** A call, as the clock of its platform sees it. */
export interface TimedCall {
  /** Whether nothing happens until someone acts, or a timeout ends. */
  readonly isWaiting: boolean
  /** Whether it has ended and its last webhooks are delivered. */
  readonly isOver: boolean
  /** The time at which it exceeds its limit, in seconds of the clock. */
  readonly deadline: number
  /** Ends it because it exceeds its limit. Returns the error to throw. */
  outlast(): SimulatorError
}

/** Whether `createPlatform` made this value. */
export function isPlatform(value: unknown): value is SimulatedPlatform {
  return value instanceof SimulatedPlatform
}

export class SimulatedPlatform implements Network {
  readonly clock = new Clock()
  readonly conversations = new Conversations(() => this.uuid())
  readonly maxSeconds: number
  readonly #options: NetworkOptions
  readonly #startsAt: number
  readonly #outbox = new Queue<() => Promise<void>>()
  /** Calls that have not ended, in the order of their deadlines. */
  readonly #calls = new Set<TimedCall>()
  /** The last timestamp that was written. */
  #moment = { at: Number.NaN, text: '' }
  #ids = 0
  /** The last operation of the platform. The next one waits for it. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: NetworkOptions) {
    const { startsAt = '2026-01-01T00:00:00.000Z', maxSeconds = 3600 } = options
    this.#options = options
    this.#startsAt = Date.parse(startsAt)
    this.maxSeconds = maxSeconds
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
    await this.#inTurn(() => this.#pass(this.clock.in(seconds)))
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

  /** A new id: the next number, in the form of a uuid. */
  uuid(): string {
    const number = (++this.#ids).toString(16).padStart(12, '0')
    return `00000000-0000-4000-8000-${number}`
  }

  /** Whether a call is completed when either side of an answered `connect` hangs up. */
  get endsAfterConnect(): boolean {
    return this.#options.afterConnect !== 'continues'
  }

  streamSeconds(url: string): number {
    return this.#options.streams?.[url] ?? this.#options.streamSeconds ?? 10
  }

  /** Watches a call, so that it does not exceed its limit. */
  join(call: TimedCall): void {
    this.#calls.add(call)
  }

  /** Watches it no longer. Its last events may come later: they do not make the call longer. */
  leave(call: TimedCall): void {
    this.#calls.delete(call)
  }

  /** Puts a webhook into the queue: they go out one after another, and no time passes meanwhile. */
  post(deliver: () => Promise<void>): void {
    this.#outbox.add(deliver)
  }

  /** Does something to a call, then lets time pass. */
  async perform(call: TimedCall, act: () => void, { seconds, isPatient }: Pace): Promise<void> {
    await this.#inTurn(async () => {
      act()
      await this.#pass(this.clock.in(seconds), call)
      while (isPatient && !call.isWaiting && !call.isOver && this.clock.next !== undefined) {
        await this.#pass(this.clock.next, call)
      }
    })
  }

  async #inTurn(act: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(act)
    this.#last = turn.catch(() => {})
    await turn
  }

  /** Runs everything that happens until this second. */
  async #pass(until: number, call?: TimedCall): Promise<void> {
    await this.#settle()
    while (!call?.isOver && this.now < until) {
      const next = Math.min(this.clock.next ?? until, until)
      this.#endOverdue(next)
      this.clock.passTo(next)
      await this.#settle()
    }
  }

  #endOverdue(next: number): void {
    const [first] = this.#calls
    if (!first || next <= first.deadline) return
    this.clock.passTo(first.deadline)
    throw first.outlast()
  }

  /** Runs everything that is due now, webhooks first. */
  async #settle(): Promise<void> {
    do {
      for (let next = this.#outbox.take(); next; next = this.#outbox.take()) await next()
    } while (this.clock.act() || this.#outbox.length > 0)
  }
}
