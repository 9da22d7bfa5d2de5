import { brokenOff } from './read-aloud'

/**
 * A recording of a leg, with whom it hears, or of a conversation.
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
  /** When it began, in seconds on the clock of the platform. */
  readonly startedAt: number
  /** When it ended; absent while it runs. */
  readonly endedAt?: number | undefined
  /** What was said meanwhile, by whomever it records. What is cut off by its end ends in `…`. */
  readonly said: readonly string[]
}

/** A recording that runs until somebody ends it. */
export interface RunningRecording extends Omit<Recording, 'said'> {
  /** What was said, when, and how long it took or will take, in seconds. */
  readonly utterances: { readonly text: string; readonly at: number; readonly seconds: number }[]
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
  // Whoever still speaks when it ends is cut off.
  const said = utterances.map(({ text, at, seconds }) => brokenOff(text, endedAt - at, seconds))
  return { ...recording, said }
}

/** In bytes. */
export function sizeOf({
  format,
  channels,
  startedAt,
  endedAt = startedAt,
}: Omit<Recording, 'said'>): number {
  const perSecond = format === 'wav' ? wavBytesPerSecond * channels : compressedBytesPerSecond
  return Math.round((endedAt - startedAt) * perSecond)
}
