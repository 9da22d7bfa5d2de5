import { isJsonObject, type JsonObject } from '../../element/json'
import type { RunningRecording } from '../audio/recording'
import { recordWebhooks, startRecording } from '../audio/start-recording'
import type { Activity, Begin, Flow } from '../call/activity'
import type { ScheduledAct } from '../clock'
import { targetOf } from '../delivery/target'
import type { Utterance } from '../leg/listener'
import { flagOf, numberOf, textOf } from './action-options'

/** Records. Holds the flow if the action has an end condition, or is the last one: then the recording ends with the call. */
export const beginRecord: Begin = (options, flow) => {
  const { call, leg } = flow
  const isHolding = isHoldingRecord(options, flow.isAtEnd)
  call.logAction(leg, 'record', isHolding ? 'records' : 'records on, while the flow goes on')
  if (flagOf(options, 'beepStart')) call.log({ type: 'note', text: 'A beep is heard.' })
  const recording = startRecording(call, {
    ...formOf(options),
    isTranscribed: isJsonObject(options.transcription),
    leg,
    webhooks: recordWebhooks(targetOf(options, call.eventTarget), options.transcription),
  })
  return isHolding ? new HoldingRecord(options, flow, recording) : undefined
}

/** Whether a record holds its flow. */
export function isHoldingRecord(options: JsonObject, isAtEnd: boolean): boolean {
  return isAtEnd || ['endOnSilence', 'endOnKey', 'timeOut'].some((key) => key in options)
}

function formOf(options: JsonObject): Pick<RunningRecording, 'format' | 'channels'> {
  // Without a split, channels are without effect.
  const channels = options.split === 'conversation' ? (numberOf(options, 'channels') ?? 2) : 1
  const format = textOf(options, 'format') ?? (channels > 2 ? 'wav' : 'mp3')
  return { channels, format: format as RunningRecording['format'] }
}

/** A recording that ends on silence, on a key or in time, and holds the flow until then. */
class HoldingRecord implements Activity {
  readonly state = 'recording'
  readonly doing = 'records'
  readonly isWaiting = true
  readonly #flow: Flow
  readonly #recording: RunningRecording
  readonly #endOnKey: string | undefined
  readonly #endOnSilence: number | undefined
  readonly #timeOut: ScheduledAct | undefined
  #silence: ScheduledAct | undefined

  constructor(options: JsonObject, flow: Flow, recording: RunningRecording) {
    this.#flow = flow
    this.#recording = recording
    this.#endOnKey = textOf(options, 'endOnKey')
    this.#endOnSilence = numberOf(options, 'endOnSilence')
    const timeOut = numberOf(options, 'timeOut')
    if (timeOut !== undefined) {
      this.#timeOut = flow.call.platform.clock.after(timeOut, () => this.#end('time is up'))
    }
    this.#awaitSilence(Math.max(0, flow.leg.speaksUntil - flow.call.platform.now))
  }

  press(key: string): boolean {
    if (key === this.#endOnKey) this.#end(`${key} was pressed`)
    // Any other key is part of the recording.
    return true
  }

  hear({ seconds }: Utterance): boolean {
    this.#awaitSilence(seconds)
    return true
  }

  stop(): void {
    this.#silence?.cancel()
    this.#timeOut?.cancel()
    this.#recording.end('the call left it')
  }

  #awaitSilence(speech: number): void {
    this.#silence?.cancel()
    if (this.#endOnSilence === undefined) return
    this.#silence = this.#flow.call.platform.clock.after(speech + this.#endOnSilence, () =>
      this.#end(`${this.#endOnSilence} s of silence`),
    )
  }

  #end(why: string): void {
    this.#silence?.cancel()
    this.#timeOut?.cancel()
    this.#recording.end(why)
    this.#flow.finish(this)
  }
}
