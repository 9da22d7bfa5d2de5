import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import { flag, number, one, required, url } from '../options/rules'

/** Options of the NCCO `stream` action. */
export interface StreamOptions {
  /** The audio file: http or https, mp3 or 16-bit wav. A `Cache-Control` header lets Vonage keep it. */
  streamUrl: string
  /**
   * Volume, -1 to 1, in steps of 0.1.
   * @defaultValue 0
   */
  level?: number | undefined
  /**
   * Stop when the caller presses a key or speaks. The next action that is neither talk nor stream must be
   * `<Input>`; until that is reached, barge-in stays on.
   * @defaultValue false
   */
  bargeIn?: boolean | undefined
  /**
   * How often the file is played, 0 or more; 0 repeats it for ever.
   * @defaultValue 1
   */
  loop?: number | undefined
}

export const stream = action<StreamOptions>('stream', 'Stream', (table) =>
  table({
    options: {
      streamUrl: required(one(url())),
      level: number({ min: -1, max: 1, step: 0.1 }),
      bargeIn: flag(),
      loop: number({ min: 0, whole: true }),
    },
    reads: ['bargeIn', 'loop'],
  }),
)

/** Props of {@link Stream}. */
export interface StreamProps extends StreamOptions, Unchecked {}

/**
 * Plays an audio file.
 *
 * @example
 * ```tsx
 * <Stream streamUrl="https://example.com/hold.mp3" loop={0} />
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#stream
 */
export const Stream = component<StreamProps>(stream)
