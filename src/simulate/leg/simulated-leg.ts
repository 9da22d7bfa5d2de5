import { type AssertionsOf, assertOptions, oneOf, seconds } from '../assert-options'
import { Player } from '../audio/player'
import type { RunningRecording } from '../audio/recording'
import type { NewTimelineEntry } from '../call/timeline'
import type { Clock } from '../clock'
import type { SimulatorError } from '../errors'
import type { SimulatorCode, SimulatorDetail } from '../messages'
import type { Conversation, Member } from './conversation'
import type { AnswerOptions, Endpoint, LegStatus, Unanswered } from './leg'
import type { Listener } from './listener'

/** What a leg can do, by the part of the call that made it. */
export interface LegControl {
  answer(options: AnswerOptions): void
  refuse(status: Unanswered, detail?: string): void
  hangUp(): void
  disconnect(): void
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
  /** Those of its legs, not of a conversation, that have not ended. */
  readonly runningRecordings: readonly RunningRecording[]
  log(entry: NewTimelineEntry): void
  error<C extends SimulatorCode>(code: C, detail: SimulatorDetail<C>): SimulatorError
  perform(act: () => void): Promise<void>
}

const answerAssertions: AssertionsOf<AnswerOptions> = {
  as: (value) => whoAnswers(value, 'as of answer()'),
  beep: (value) => value === false || seconds(value, 'beep of answer()'),
}

const whoAnswers = oneOf('human', 'machine')
const whyRejected = oneOf('declined', 'restricted', 'invalid_number')
const whyFailed = oneOf('cannot_route', 'number_out_of_service', 'internal_error')

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
  /** When what was said last is said to its end. */
  speaksUntil = 0
  /** What runs on it, and the action that holds that. */
  flow: { readonly current: Listener | undefined } | undefined
  /** Takes every key, whatever else takes it: an input in asynchronous mode. */
  keyListener: ((key: string) => void) | undefined
  readonly #call: CallOfLeg

  constructor(call: CallOfLeg, description: LegDescription) {
    this.#call = call
    this.description = description
    this.uuid = description.uuid
    this.endpoint = description.endpoint
    this.player = new Player(description.name, call.platform.clock, (entry) => call.log(entry))
  }

  get name(): string {
    return this.description.name
  }

  get isOver(): boolean {
    return !['started', 'ringing', 'answered'].includes(this.status)
  }

  get recordings(): RunningRecording[] {
    return this.#call.runningRecordings.filter(({ leg }) => leg === this.uuid)
  }

  get heard(): string[] {
    return this.player.heard
  }

  async answer(options: AnswerOptions = {}): Promise<void> {
    assertOptions('answer()', options, answerAssertions)
    await this.#whileRinging((control) => control.answer(options))
  }

  busy(): Promise<void> {
    return this.#whileRinging((control) => control.refuse('busy'))
  }

  async reject(detail: 'declined' | 'restricted' | 'invalid_number' = 'declined'): Promise<void> {
    whyRejected(detail, 'detail of reject()')
    await this.#whileRinging((control) => control.refuse('rejected', detail))
  }

  unavailable(): Promise<void> {
    return this.#whileRinging((control) => control.refuse('unanswered', 'unavailable'))
  }

  async fail(
    detail: 'cannot_route' | 'number_out_of_service' | 'internal_error' = 'cannot_route',
  ): Promise<void> {
    whyFailed(detail, 'detail of fail()')
    await this.#whileRinging((control) => control.refuse('failed', detail))
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
