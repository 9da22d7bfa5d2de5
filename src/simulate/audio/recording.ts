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
  /** As `recording_url` of its webhook. Nothing can be fetched there. */
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

interface RecordedUtterance {
  readonly text: string
  readonly at: number
  readonly seconds: number
  /** Uuid of the leg that speaks. */
  readonly by: string
}

/** A recording that runs until `end` is called. */
export interface RunningRecording extends Omit<Recording, 'said' | 'saidByChannel'> {
  /** The recorded speech, with its start and its duration in seconds. */
  readonly utterances: RecordedUtterance[]
  /** Uuid of the leg whose NCCO asked for it; absent: it is of a conversation, and ends with that rather than with the call. */
  readonly leg: string | undefined
  endedAt?: number | undefined
  /** Ends it, once, and sends its webhooks. */
  end(why: string): void
}

// 32 kbit/s, and 16 bit at 16 kHz.
const compressedBytesPerSecond = 4000
const wavBytesPerSecond = 32_000

/** A recording as plain data. */
export function toRecording({ end, leg, utterances, ...recording }: RunningRecording): Recording {
  const { endedAt = Number.POSITIVE_INFINITY } = recording
  // Speech that outlasts the recording is cut off.
  const said = utterances.map(({ text, at, seconds }) => brokenOff(text, endedAt - at, seconds))
  const speakers = [
    ...new Set([...(leg === undefined ? [] : [leg]), ...utterances.map(({ by }) => by)]),
  ]
  const { channels } = recording
  const channelOf = (speaker: string) => Math.min(speakers.indexOf(speaker), channels - 1)
  const saidByChannel = Array.from({ length: channels }, (_, channel) =>
    said.filter((_, index) => channelOf(utterances[index]?.by ?? '') === channel),
  )
  return { ...recording, said, saidByChannel }
}

/** In bytes. */
export function sizeOf({
  format,
  channels,
  startedAt,
  endedAt = startedAt,
}: RunningRecording): number {
  const perSecond = format === 'wav' ? wavBytesPerSecond * channels : compressedBytesPerSecond
  return Math.round((endedAt - startedAt) * perSecond)
}
