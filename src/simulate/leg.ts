import type { Clock } from './clock'
import type { Conversation, Member } from './conversation'
import type { SimulatorError } from './errors'
import type { Listener } from './listener'
import type { SimulatorCode, SimulatorDetail } from './messages'
import { Player } from './player'
import type { RunningRecording } from './recording'
import type { Happening } from './timeline'

/** Whom a leg leads to, as an endpoint of the NCCO names it. */
export interface Endpoint {
  /** `phone`, `app`, `websocket`, `sip` or `vbc`. */
  readonly type: string
  /** The number, user, URI or extension that was called, and what else the NCCO says of it. */
  readonly [option: string]: unknown
}

/** How a leg can end without having been answered, as in the event webhook. */
export type Unanswered = 'busy' | 'rejected' | 'unanswered' | 'failed' | 'timeout' | 'cancelled'

/** Where a leg stands, as in the event webhook. */
export type LegStatus = 'started' | 'ringing' | 'answered' | 'completed' | Unanswered

/**
 * How a leg is answered.
 *
 * @example
 * ```ts
 * const call = await callOut(app, {
 *   to: '447700900001',
 *   advancedMachineDetection: { behavior: 'continue', mode: 'detect_beep' },
 * })
 * await call.leg.answer({ as: 'machine', beep: 8 })
 * ```
 */
export interface AnswerOptions {
  /**
   * Who answers. Only a machine detection makes a difference of it.
   * @defaultValue 'human'
   */
  as?: 'human' | 'machine' | undefined
  /**
   * When a machine beeps, in seconds after it answered; `false` for never.
   * @defaultValue 5
   */
  beep?: number | false | undefined
}

/**
 * How something is said.
 *
 * @example
 * ```ts
 * const call = await dial([{ action: 'input', type: ['speech'] }])
 * await call.say('Support, please.', { confidence: 0.4, seconds: 2 })
 * ```
 */
export interface SayOptions {
  /**
   * How sure the recogniser is, 0 to 1.
   * @defaultValue 0.9
   */
  confidence?: number | undefined
  /** How long it takes, in seconds. Absent: as long as it takes to say at a usual speed. */
  seconds?: number | undefined
  /**
   * Whether the recogniser makes anything of it; if not, the webhook has no results.
   * @defaultValue true
   */
  isRecognised?: boolean | undefined
}

/**
 * One end of a call: a phone, a user, a websocket, a SIP or VBC address. Each method returns when the call waits for
 * somebody again.
 *
 * @example
 * ```ts
 * const connect = [{ action: 'connect', from: '447700900000', endpoint: [{ type: 'phone', number: '447700900002' }] }]
 * const call = await dial(connect)
 * const [colleague] = call.legs
 * await colleague.answer()
 * await colleague.hangUp()
 * ```
 */
export interface Leg {
  /** Its id, as in webhooks, and as `canHear` and `canSpeak` take it. */
  readonly uuid: string
  readonly endpoint: Endpoint
  readonly status: LegStatus
  /** What was heard: prompts (once, however often they repeat), the URLs of audio, and what others said. What is broken off ends in `…`. */
  readonly heard: readonly string[]
  /** The messages that a websocket was sent, and the keys that a phone heard, in order. */
  readonly received: readonly unknown[]
  /**
   * Answers.
   *
   * @throws SimulatorError `leg-not-ringing`, `call-over`
   */
  answer(options?: AnswerOptions): Promise<void>
  /** Is busy. */
  busy(): Promise<void>
  /** Declines; or the carrier does, or there is no such number. */
  reject(detail?: 'declined' | 'restricted' | 'invalid_number'): Promise<void>
  /** Cannot be reached. */
  unavailable(): Promise<void>
  /** Cannot be called. */
  fail(detail?: 'cannot_route' | 'number_out_of_service' | 'internal_error'): Promise<void>
  /** Hangs up. */
  hangUp(): Promise<void>
  /** Drops a websocket from the far side. */
  disconnect(): Promise<void>
  /** Presses keys: heard by an NCCO that runs on this leg, or by who it talks to. */
  press(keys: string): Promise<void>
  /** Says something: to an NCCO that runs on this leg, or to who it talks to. */
  say(text: string, options?: SayOptions): Promise<void>
}

/** What a leg can do, by the part of the call that made it. */
export interface LegControl {
  answer(options: AnswerOptions): void
  refuse(status: Unanswered, detail?: string): void
  hangUp(): void
  disconnect(): void
}

/** Whom an endpoint leads to. */
export function addressOf(endpoint: Endpoint): string {
  const { type, number, user, uri, extension, domain } = endpoint
  if (type === 'sip' && uri === undefined) return `${user}@${domain}`
  return String(number ?? uri ?? user ?? extension)
}

/** Who an endpoint is in the timeline: its address, without what a URI may hold of secrets. */
export function nameOf(endpoint: Endpoint): string {
  return addressOf(endpoint).replace(/[?#].*$/, '')
}

export interface LegDescription {
  readonly uuid: string
  readonly endpoint: Endpoint
  readonly direction: 'inbound' | 'outbound'
  readonly from: string | undefined
  readonly to: string
  /** Who it is in the timeline. */
  readonly name: string
}

/** The call that a leg belongs to. */
export interface CallOfLeg {
  readonly platform: { readonly clock: Clock }
  readonly runningRecordings: RunningRecording[]
  tell(happening: Happening): void
  error<C extends SimulatorCode>(code: C, detail: SimulatorDetail<C>): SimulatorError
  perform(act: () => void): Promise<void>
  pressOn(leg: SimulatedLeg, keys: string): Promise<void>
  sayOn(leg: SimulatedLeg, text: string, options: SayOptions | undefined): Promise<void>
}

export class SimulatedLeg implements Member {
  readonly uuid: string
  readonly endpoint: Endpoint
  readonly description: LegDescription
  readonly player: Player
  readonly received: unknown[] = []
  status: LegStatus = 'started'
  conversation: Conversation | undefined
  control: LegControl | undefined
  answeredAt: number | undefined
  /** What runs on it, and the action that holds that. */
  flow: { readonly current: Listener | undefined } | undefined
  /** Takes every key that nothing else takes: an input in asynchronous mode. */
  keyListener: ((key: string) => void) | undefined
  readonly #call: CallOfLeg

  constructor(call: CallOfLeg, description: LegDescription) {
    this.#call = call
    this.description = description
    this.uuid = description.uuid
    this.endpoint = description.endpoint
    this.player = new Player(description.name, call.platform.clock, (happening) =>
      call.tell(happening),
    )
  }

  get name(): string {
    return this.description.name
  }

  get isOver(): boolean {
    return !['started', 'ringing', 'answered'].includes(this.status)
  }

  get recordings(): RunningRecording[] {
    return this.#call.runningRecordings
  }

  get heard(): string[] {
    return this.player.heard
  }

  answer(options: AnswerOptions = {}): Promise<void> {
    return this.#whileRinging((control) => control.answer(options))
  }

  busy(): Promise<void> {
    return this.#whileRinging((control) => control.refuse('busy'))
  }

  reject(detail: 'declined' | 'restricted' | 'invalid_number' = 'declined'): Promise<void> {
    return this.#whileRinging((control) => control.refuse('rejected', detail))
  }

  unavailable(): Promise<void> {
    return this.#whileRinging((control) => control.refuse('unanswered', 'unavailable'))
  }

  fail(
    detail: 'cannot_route' | 'number_out_of_service' | 'internal_error' = 'cannot_route',
  ): Promise<void> {
    return this.#whileRinging((control) => control.refuse('failed', detail))
  }

  hangUp(): Promise<void> {
    return this.#whileAnswered((control) => control.hangUp())
  }

  disconnect(): Promise<void> {
    return this.#whileAnswered((control) => {
      if (this.endpoint.type !== 'websocket') {
        throw this.#call.error('not-a-websocket', { leg: this.name })
      }
      control.disconnect()
    })
  }

  press(keys: string): Promise<void> {
    return this.#call.pressOn(this, keys)
  }

  say(text: string, options?: SayOptions): Promise<void> {
    return this.#call.sayOn(this, text, options)
  }

  async #whileRinging(act: (control: LegControl) => void): Promise<void> {
    await this.#call.perform(() => {
      if (this.status !== 'ringing' || !this.control) {
        throw this.#call.error('leg-not-ringing', { leg: this.name, status: this.status })
      }
      act(this.control)
    })
  }

  async #whileAnswered(act: (control: LegControl) => void): Promise<void> {
    await this.#call.perform(() => {
      this.assertAnswered()
      if (this.control) act(this.control)
    })
  }

  assertAnswered(): void {
    if (this.status === 'answered') return
    throw this.#call.error('leg-not-answered', { leg: this.name, status: this.status })
  }
}
