import type { Endpoint } from './endpoint'

/** How a leg can end without having been answered, as in the event webhook. */
export type Unanswered = 'busy' | 'rejected' | 'unanswered' | 'failed' | 'timeout' | 'cancelled'

/** Why a leg was rejected, as in the event webhook. */
export type RejectionDetail = 'declined' | 'restricted' | 'invalid_number'

/** Why a leg failed, as in the event webhook. */
export type FailureDetail = 'cannot_route' | 'number_out_of_service' | 'internal_error'

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
   * @throws SimulatorError `leg-not-ringing`, `simulator-option`, `call-over`, `endless-call`, `loop-without-pause`
   */
  answer(options?: AnswerOptions): Promise<void>
  /**
   * Is busy.
   *
   * @throws SimulatorError `leg-not-ringing`, `call-over`, `endless-call`, `loop-without-pause`
   */
  busy(): Promise<void>
  /**
   * Declines; or the carrier does, or there is no such number.
   *
   * @throws SimulatorError `leg-not-ringing`, `simulator-option`, `call-over`, `endless-call`, `loop-without-pause`
   */
  reject(detail?: RejectionDetail): Promise<void>
  /**
   * Cannot be reached.
   *
   * @throws SimulatorError `leg-not-ringing`, `call-over`, `endless-call`, `loop-without-pause`
   */
  unavailable(): Promise<void>
  /**
   * Cannot be called.
   *
   * @throws SimulatorError `leg-not-ringing`, `simulator-option`, `call-over`, `endless-call`, `loop-without-pause`
   */
  fail(detail?: FailureDetail): Promise<void>
  /**
   * Hangs up.
   *
   * @throws SimulatorError `leg-not-answered`, `call-over`, `endless-call`, `loop-without-pause`
   */
  hangUp(): Promise<void>
  /**
   * Drops a websocket from the far side.
   *
   * @throws SimulatorError `not-a-websocket`, `leg-not-answered`, `call-over`, `endless-call`, `loop-without-pause`
   */
  disconnect(): Promise<void>
  /**
   * Presses keys: heard by an NCCO that runs on this leg, or by who it talks to.
   *
   * @throws SimulatorError `key-unheard`, `no-such-key`, `leg-not-answered`, `call-over`, `endless-call`, `loop-without-pause`
   */
  press(keys: string): Promise<void>
  /**
   * Says something: to an NCCO that runs on this leg, or to who it talks to.
   *
   * @throws SimulatorError `speech-unheard`, `simulator-option`, `leg-not-answered`, `call-over`, `endless-call`, `loop-without-pause`
   */
  say(text: string, options?: SayOptions): Promise<void>
}
