import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import { seconds } from '../options/rules'

/** Options of the NCCO `wait` action. */
export interface WaitOptions {
  /**
   * How long the call pauses, in seconds, 0.1 to 7200; the platform moves what lies outside into that range.
   * @defaultValue 10
   */
  timeout?: number | undefined
}

export const wait = action<WaitOptions>('wait', 'Wait', (table) =>
  table({
    options: { timeout: seconds({ min: 0.1, max: 7200, clamped: true }) },
  }),
)

/** Props of {@link Wait}. */
export interface WaitProps extends WaitOptions, Unchecked {}

/**
 * Pauses the call. It sends no event; follow it with `<Notify>` if you need one.
 *
 * @example
 * ```tsx
 * <Wait timeout={2.5} />
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#wait
 */
export const Wait = component<WaitProps>(wait)
