import type { Recording } from '../audio/recording'
import type { SentWebhook } from '../delivery/webhook'
import type { Leg, SayOptions, SpeakOptions } from '../leg/leg'
import type { SpokenAudio } from '../media/sound'
import type { CallState } from './activity'
import type { RunningNcco } from './running-ncco'
import type { EndReason, TimelineEntry } from './timeline'

/**
 * A call, from the side of the person on the phone. Its methods do something, and return when the call waits for someone
 * again: for a key or a word, for a leg to answer or to hang up; or when it is over. No real time passes, unless the
 * pace of its platform is real: then an act happens at once, and returns.
 *
 * @example
 * ```ts
 * const call = await dial([
 *   { action: 'talk', text: 'Please say your name.' },
 *   { action: 'record', endOnSilence: 3 },
 * ])
 * await call.say('Ada Lovelace')
 * await call.wait(3)
 * call.recordings[0]?.said // ['Ada Lovelace']
 * call.ended?.reason // 'completed'
 * ```
 */
export interface Call {
  /** Its id, as `conversation_uuid` in webhooks. */
  readonly conversationUuid: string
  /** The person's own leg. An outbound call begins with `await call.leg.answer()`. */
  readonly leg: Leg
  /** The legs that the flow has called, in order. */
  readonly legs: readonly Leg[]
  /** Everything the person heard: prompts, the URLs of audio, and the speech of others. An interrupted prompt ends in `…`. */
  readonly heard: readonly string[]
  readonly recordings: readonly Recording[]
  /** Every webhook that was sent, retries included. */
  readonly webhooks: readonly SentWebhook[]
  /** Everything that happened, as plain data. */
  readonly timeline: readonly TimelineEntry[]
  /** The current activity of the call. */
  readonly state: CallState
  /** Whether nothing happens until someone acts, or a timeout ends. A call that is over does not wait. */
  readonly isWaiting: boolean
  /** The NCCO that runs, and how far it has come; `undefined` before the first one and after the last. */
  readonly running: RunningNcco | undefined
  /** The end of the call, in seconds on the clock of the platform, with its reason; `undefined` while the call lasts. */
  readonly ended: { readonly at: number; readonly reason: EndReason } | undefined
  /**
   * Presses keys, a quarter of a second apart.
   *
   * @param keys `0` to `9`, `*` and `#`
   * @throws SimulatorError `key-unheard`, `no-such-key`, `call-over`, `endless-call`, `loop-without-pause`
   */
  press(keys: string): Promise<void>
  /**
   * Says something, then is silent until the input has heard enough.
   *
   * @throws SimulatorError `speech-unheard`, `simulator-option`, `call-over`, `endless-call`, `loop-without-pause`
   */
  say(text: string, options?: SayOptions): Promise<void>
  /**
   * Says something that is given as audio: websockets and other legs hear it.
   *
   * @throws SimulatorError `unusable-audio`, `speech-unheard`, `simulator-option`, `call-over`, `endless-call`, `loop-without-pause`
   */
  speak(audio: SpokenAudio, options?: SpeakOptions): Promise<void>
  /**
   * Is silent. If the pace of the platform is real, it waits exactly that long, or until the call is over.
   *
   * @param seconds the least time; without it, until the call waits for someone
   * @throws SimulatorError `simulator-option`, `call-over`, `endless-call`, `loop-without-pause`
   */
  wait(seconds?: number): Promise<void>
  /**
   * Hangs up.
   *
   * @throws SimulatorError `call-over`; `endless-call`, if another call outlasts its limit while the last events of this one go out
   */
  hangUp(): Promise<void>
  /**
   * The leg that the flow called first, second and so on; without a number, the one that it called last.
   *
   * @param number from 1, in the order of `legs`
   * @throws SimulatorError `no-such-leg`, so that a test cannot go on without it
   */
  calledLeg(number?: number): Leg
  /**
   * Whether the person hears this call or leg now.
   *
   * @throws SimulatorError `simulator-option`
   */
  hears(other: Call | Leg): boolean
  /**
   * What the person heard as audio since the call was answered, in time: a WAV file, mono, with 16 bit. Prompts are silent in it.
   *
   * @throws SimulatorError `no-audio`
   */
  heardAudio(): Uint8Array<ArrayBuffer>
  /**
   * A recording that has ended as a WAV file of its length, as the REST side gives it: what `speak`, `openAudio` and websockets said, and a tone for
   * speech that has only words.
   *
   * @param recording one of `recordings`
   * @throws SimulatorError `simulator-option`
   */
  recordedAudio(recording: Pick<Recording, 'uuid'>): Promise<Uint8Array<ArrayBuffer>>
  /** The timeline as a screenplay, with the time in seconds. */
  transcript(): string
}
