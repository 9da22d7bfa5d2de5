import type { JsonObject } from '../../element/json'
import type { SpeechResult } from '../../serve/webhooks'
import { brokenOff, inMilliseconds } from '../audio/read-aloud'
import type { RecordedSpeech } from '../audio/recording'
import type { Clock, ScheduledAct } from '../clock'
import type { Utterance } from '../leg/listener'
import { flagOf, numberOf } from './action-options'

/** Makes ids and URLs for saved audio. */
interface Files {
  uuid(): string
  fileUrl(uuid: string): string
}

/** The speech part of an input: hears one utterance, until silence follows it or it gets too long. */
export class SpeechListener {
  readonly #clock: Clock
  readonly #files: Files
  readonly #startTimeout: number
  readonly #endOnSilence: number
  readonly #maxDuration: number
  readonly #recording: string | undefined
  readonly #utterances: RecordedSpeech['utterances'][number][] = []
  readonly #begun: number
  #result: SpeechResult = { results: [] }
  #timer: ScheduledAct | undefined
  #said = ''
  #since = 0
  isHearing = false

  constructor(clock: Clock, options: JsonObject, files: Files) {
    this.#files = files
    this.#clock = clock
    this.#startTimeout = numberOf(options, 'startTimeout') ?? 10
    this.#endOnSilence = numberOf(options, 'endOnSilence') ?? 2
    this.#maxDuration = numberOf(options, 'maxDuration') ?? 60
    this.#begun = clock.now
    if (flagOf(options, 'saveAudio')) this.#recording = files.uuid()
  }

  get result(): SpeechResult {
    if (this.#recording === undefined) return this.#result
    return { ...this.#result, recording_url: this.#files.fileUrl(this.#recording) }
  }

  /** The audio that it heard; `undefined` if it is not to be saved. */
  get savedAudio(): RecordedSpeech | undefined {
    const { now } = this.#clock
    const [uuid, utterances] = [this.#recording, this.#utterances]
    if (uuid === undefined) return undefined
    return { uuid, channels: 1, startedAt: this.#begun, endedAt: now, utterances, leg: undefined }
  }

  /** Hears speech. Speech that goes on before the silence was long enough belongs to the same utterance. */
  hear({ text, seconds, confidence, isRecognised }: Utterance, onDone: () => void): void {
    const now = this.#clock.now
    this.#utterances.push({ text, at: now, seconds, by: '' })
    this.#said = this.isHearing ? `${this.#said} ${text}` : text
    if (!this.isHearing) this.#since = now
    this.stop()
    this.isHearing = true
    const before = inMilliseconds(now - this.#since)
    const whole = inMilliseconds(before + seconds)
    const isTooLong = whole >= this.#maxDuration
    const cut = () => brokenOff(this.#said, this.#maxDuration, whole).replace(/…$/, '')
    const heard = isTooLong ? cut() : this.#said
    const listens = isTooLong ? this.#maxDuration - before : seconds + this.#endOnSilence
    this.#timer = this.#clock.after(listens, () => {
      this.isHearing = false
      this.#result = {
        timeout_reason: isTooLong ? 'max_duration' : 'end_on_silence_timeout',
        // Vonage sends a text with a decimal point.
        results: isRecognised ? [{ text: heard, confidence: asDecimal(confidence) }] : [],
      }
      onDone()
    })
  }

  awaitSilence(onDone: () => void): void {
    this.stop()
    this.#timer = this.#clock.after(this.#startTimeout, () => {
      this.#result = { timeout_reason: 'start_timeout', results: [] }
      onDone()
    })
  }

  /** Leaves the decision to keys. A timeout before no longer counts. */
  withdraw(): void {
    this.stop()
    this.#result = { results: [] }
  }

  stop(): void {
    this.#timer?.cancel()
    this.isHearing = false
  }
}

function asDecimal(confidence: number): string {
  const text = String(confidence)
  return text.includes('.') ? text : `${text}.0`
}
