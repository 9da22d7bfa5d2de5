import type { ElementNode } from '../element/element'
import type { Url } from '../element/link'
import { below } from '../issues/report'
import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import { child, flag, number, one, oneOf, seconds, webhookUrl } from '../options/rules'
import { transcription } from './transcription'

/** Options of the NCCO `record` action. */
export interface RecordOptions {
  /**
   * File format: `mp3`, `wav` or `ogg`.
   * @defaultValue 'mp3'; 'wav' with more than 2 channels
   */
  format?: 'mp3' | 'wav' | 'ogg' | undefined
  /** `conversation` puts what is said and what is heard on separate channels. Absent: one channel for both. */
  split?: 'conversation' | undefined
  /** Number of channels, 1 to 32, with `split`; surplus participants share the last one. Absent: 1, or 2 with `split`. */
  channels?: number | undefined
  /** End after this many seconds of silence, 3 to 10. Absent: silence does not end it. */
  endOnSilence?: number | undefined
  /** End when this key is pressed: one of `0` `1` `2` `3` `4` `5` `6` `7` `8` `9` `*` `#`. Absent: no key ends it. */
  endOnKey?: '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#' | undefined
  /** The longest recording in seconds, 3 to 7200. Absent: the platform ends it after 2 hours. */
  timeOut?: number | undefined
  /**
   * Beep when the recording starts.
   * @defaultValue false
   */
  beepStart?: boolean | undefined
  /** http(s) URL that receives the record webhook; without it, the application's event URL does. */
  eventUrl?: Url<'record'> | undefined
  /**
   * `GET` or `POST`.
   * @defaultValue 'POST'
   */
  eventMethod?: 'GET' | 'POST' | undefined
}

export const record = action<RecordOptions>('record', 'Record', (table) =>
  table({
    options: {
      format: oneOf('mp3', 'wav', 'ogg'),
      split: oneOf('conversation'),
      channels: number({ min: 1, max: 32, whole: true }),
      endOnSilence: seconds({ min: 3, max: 10, whole: true }),
      endOnKey: oneOf('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'),
      timeOut: seconds({ min: 3, max: 7200, whole: true }),
      beepStart: flag(),
      eventUrl: one(webhookUrl('record')),
      eventMethod: oneOf('GET', 'POST'),
    },
    children: {
      /** Transcribes the recording, with `{}` by its defaults. Absent: no transcription. Chargeable. */
      transcription: child(transcription),
    },
    reads: ['format', 'split', 'channels', 'endOnSilence', 'endOnKey', 'timeOut'],
    check({ channels, format, split }, { object, path, report }) {
      if (channels === undefined) return
      const at = below(path, 'channels')
      if (split !== 'conversation') report('channels-without-split', at, { object })
      if (typeof channels === 'number' && channels > 2 && (format === 'mp3' || format === 'ogg')) {
        report('format-for-channels', below(path, 'format'), { object, format, channels })
      }
    },
  }),
)

/** Props of {@link Record}. */
export interface RecordProps extends RecordOptions, Unchecked {
  /** `<Transcription>`, if the recording is to be transcribed. */
  children?: ElementNode | undefined
}

/**
 * Records the call or a part of it; Vonage keeps recordings for 30 days.
 *
 * With `endOnSilence`, `endOnKey` or `timeOut` it holds the flow until the recording ends, as a voicemail does.
 * With none of them it starts and the next action runs at once; the recording then ends with the call.
 *
 * @example
 * ```tsx
 * <Record beepStart endOnSilence={3} endOnKey="#" eventUrl="https://example.com/recorded" />
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#record
 */
export const Record = component<RecordProps>(record)
