import { type Wave, wavHeaderBytes } from '../media/wav'
import { brokenOff } from './read-aloud'

/**
 * A recording of a leg and of those it hears, or of a conversation.
 *
 * @example
 * ```ts
 * const call = await dial([{ action: 'record', endOnKey: '#' }])
 * await call.say('It is Ada.')
 * await call.press('#')
 * call.recordings[0]?.said // ['It is Ada.']
 * ```
 */
export interface Recording {
  /** As `recording_uuid` of its webhook. */
  readonly uuid: string
  /** As `recording_url` of its webhook. Nothing can be fetched there; the REST side of the platform has it under the same path. */
  readonly url: string
  readonly format: 'mp3' | 'wav' | 'ogg'
  readonly channels: number
  /** Its start, in seconds on the clock of the platform. */
  readonly startedAt: number
  /** Its end; absent while it runs. */
  readonly endedAt?: number | undefined
  /** The speech that it recorded. Speech that its end cuts off ends in `…`. */
  readonly said: readonly string[]
  /**
   * The same by channel. The first channel has the recorded leg, or the first speaker of a conversation; each other speaker has the
   * next one, and surplus speakers share the last.
   */
  readonly saidByChannel: readonly (readonly string[])[]
}

/** Speech in a recording. */
export interface RecordedUtterance {
  readonly text: string
  readonly at: number
  readonly seconds: number
  /** Uuid of the leg that speaks. */
  readonly by: string
  /** Its audio. Absent: only its words are known. */
  readonly sound?: Wave | undefined
  /** Whether it is recorded as it happens, so that its end never cuts it off. */
  readonly isLive?: boolean
}

/** Speech in a time that begins and ends, as a file holds it. */
export interface RecordedSpeech extends Pick<Recording, 'uuid' | 'channels' | 'startedAt'> {
  /** The recorded speech, with its start and its duration in seconds. */
  readonly utterances: readonly RecordedUtterance[]
  /** Uuid of the leg that has the first channel. */
  readonly leg: string | undefined
  readonly endedAt?: number | undefined
}

/** A recording that runs until `end` is called. */
export interface RunningRecording extends Omit<Recording, 'said' | 'saidByChannel'> {
  readonly utterances: RecordedUtterance[]
  /** Uuid of the recorded leg, with which it ends; absent: it is of a conversation, and ends with that. */
  readonly leg: string | undefined
  /** The conversation that the application asked to record by REST. */
  readonly conversation: string | undefined
  readonly isTranscribed: boolean
  endedAt?: number | undefined
  /** Ends it, once, and sends its webhooks. */
  end(why: string): void
}

// 32 kbit/s.
const compressedBytesPerSecond = 4000

/** A recording as plain data. */
export function toRecording(running: RunningRecording): Recording {
  const { end, leg, utterances, conversation, isTranscribed, ...recording } = running
  const { endedAt = Infinity } = recording
  // Speech that outlasts the recording is cut off.
  const said = utterances.map((utterance) => wordsUntil(endedAt, utterance))
  const channelOf = channelsOf(running)
  const saidByChannel = Array.from({ length: recording.channels }, (_, channel) =>
    said.filter((_, index) => channelOf[index] === channel),
  )
  return { ...recording, said, saidByChannel }
}

/** The words of speech, up to this second. */
export function wordsUntil(
  second: number,
  { text, at, seconds, isLive }: RecordedUtterance,
): string {
  return isLive ? text : brokenOff(text, second - at, seconds)
}

/** The channel of each utterance. */
export function channelsOf({ leg, utterances, channels }: RecordedSpeech): number[] {
  const speakers = [
    ...new Set([...(leg === undefined ? [] : [leg]), ...utterances.map(({ by }) => by)]),
  ]
  return utterances.map(({ by }) => Math.min(speakers.indexOf(by), channels - 1))
}

/** In bytes. */
export function sizeOf(recording: RunningRecording): number {
  if (recording.format === 'wav') return wavHeaderBytes + wavBytesOf(recording)
  return Math.round(secondsOf(recording) * compressedBytesPerSecond)
}

/** Samples a second of a recording as a WAV file. */
export const wavRate = 16_000

/** The samples of a recording as a WAV file of 16 bit, in bytes. */
export function wavBytesOf(recording: RecordedSpeech): number {
  return Math.round(secondsOf(recording) * wavRate) * recording.channels * 2
}

function secondsOf({ startedAt, endedAt = startedAt }: RecordedSpeech): number {
  return endedAt - startedAt
}
