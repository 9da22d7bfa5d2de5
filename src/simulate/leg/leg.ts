import type { LiveAudio, LiveAudioOptions } from '../media/live-audio'
import type { SpokenAudio } from '../media/sound'
import type { AudioSegment } from '../media/track'
import type { Turn } from '../media/turns'
import type { Endpoint } from './endpoint'

/** The status of a leg that ended unanswered, as in the event webhook. */
export type Unanswered = 'busy' | 'rejected' | 'unanswered' | 'failed' | 'timeout' | 'cancelled'

/** The detail of a rejected leg, as in the event webhook. */
export type RejectionDetail = 'declined' | 'restricted' | 'invalid_number'

/** The detail of a failed leg, as in the event webhook. */
export type FailureDetail = 'cannot_route' | 'number_out_of_service' | 'internal_error'

/** The status of a leg, as in the event webhook. */
export type LegStatus = 'started' | 'ringing' | 'answered' | 'completed' | Unanswered

/**
 * Options of an answer.
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
   * The kind of answerer. It matters only for machine detection.
   * @defaultValue 'human'
   */
  as?: 'human' | 'machine' | undefined
  /**
   * The time of a machine's beep, in seconds after the answer; `false` for no beep.
   * @defaultValue 5
   */
  beep?: number | false | undefined
}

/**
 * Options of an utterance.
 *
 * @example
 * ```ts
 * const call = await dial([{ action: 'input', type: ['speech'] }])
 * await call.say('Support, please.', { confidence: 0.4, seconds: 2 })
 * ```
 */
export interface SayOptions {
  /**
   * The confidence of the recogniser, 0 to 1.
   * @defaultValue 0.9
   */
  confidence?: number | undefined
  /** Duration in seconds. Absent: the time that the text takes at a usual speed. */
  seconds?: number | undefined
  /**
   * Whether the recogniser understands it. If not, the webhook has no results.
   * @defaultValue true
   */
  isRecognised?: boolean | undefined
}

/**
 * Options of an utterance that is given as audio.
 *
 * @example
 * ```ts
 * const call = await dial([{ action: 'input', type: ['speech'] }])
 * await call.speak(question, { text: 'When are you open?' }) // question: the bytes of a WAV file
 * ```
 */
export interface SpeakOptions {
  /** Its words, for transcripts and for an input. Absent: no recogniser understands it. */
  text?: string | undefined
  /**
   * The confidence of the recogniser, 0 to 1.
   * @defaultValue 0.9
   */
  confidence?: number | undefined
}

/**
 * One end of a call: a phone, a user, a websocket, a SIP or VBC address. Each method returns when the call waits for
 * someone again.
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
  /** Everything heard: prompts (once, even if they repeat), the URLs of audio, and the speech of others. An interrupted prompt ends in `…`. */
  readonly heard: readonly string[]
  /** The messages that a websocket received, and the keys that a phone heard, in order. */
  readonly received: readonly unknown[]
  /** The audio that it has sent, or that `speak` was given: without its pauses, and up to `audioSeconds` of the platform. With a virtual clock only that of `openAudio`. */
  readonly audio: readonly AudioSegment[]
  /** For each answer of a websocket's server: the time since the end of the speech. Empty for other legs, and with a virtual clock. */
  readonly latency: readonly Turn[]
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
   * Declines; or the carrier does, or the number does not exist.
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
   * Drops the websocket, as its server.
   *
   * @throws SimulatorError `not-a-websocket`, `leg-not-answered`, `call-over`, `endless-call`, `loop-without-pause`
   */
  disconnect(): Promise<void>
  /**
   * Presses keys: for an NCCO that runs on this leg, or as tones for the other side.
   *
   * @throws SimulatorError `key-unheard`, `no-such-key`, `leg-not-answered`, `call-over`, `endless-call`, `loop-without-pause`
   */
  press(keys: string): Promise<void>
  /**
   * Says something: to an NCCO that runs on this leg, or to the other side.
   *
   * @throws SimulatorError `speech-unheard`, `simulator-option`, `leg-not-answered`, `call-over`, `endless-call`, `loop-without-pause`
   */
  say(text: string, options?: SayOptions): Promise<void>
  /**
   * Says something that is given as audio: websockets and other legs hear it.
   *
   * @throws SimulatorError `unusable-audio`, `speech-unheard`, `live-websocket`, `simulator-option`, `leg-not-answered`, `call-over`, `endless-call`, `loop-without-pause`
   */
  speak(audio: SpokenAudio, options?: SpeakOptions): Promise<void>
  /**
   * Lets a program speak and listen for this leg as it happens: a microphone and a loudspeaker. What is said so has no words, so no input
   * hears it; recordings do. On a virtual clock it is said at the second at which that stands.
   *
   * @throws SimulatorError `no-audio`, `live-websocket`, `leg-not-answered`, `simulator-option`
   */
  openAudio(options?: LiveAudioOptions): LiveAudio
  /**
   * What it heard as audio since it was answered, in time: a WAV file, mono, with 16 bit. Prompts are silent in it.
   *
   * @throws SimulatorError `no-audio`
   */
  heardAudio(): Uint8Array<ArrayBuffer>
}
