import { component, type Unchecked } from '../options/component'
import { part } from '../options/definition'
import { flag, number, seconds } from '../options/rules'

/** Options of the `dtmf` object of an input. */
export interface DtmfOptions {
  /**
   * Seconds without a key after which the result is sent, 0 to 10.
   * @defaultValue 3
   */
  timeOut?: number | undefined
  /**
   * Number of digits after which the result is sent, 1 to 20.
   * @defaultValue 4
   */
  maxDigits?: number | undefined
  /**
   * Whether `#` sends the result.
   * @defaultValue false
   */
  submitOnHash?: boolean | undefined
}

export const dtmf = part<DtmfOptions>('dtmf', 'Dtmf', (table) =>
  table({
    inside: ['Input'],
    options: {
      timeOut: seconds({ min: 0, max: 10, whole: true }),
      maxDigits: number({ min: 1, max: 20, whole: true }),
      submitOnHash: flag(),
    },
    reads: ['timeOut', 'maxDigits', 'submitOnHash'],
  }),
)

/** Props of {@link Dtmf}. */
export interface DtmfProps extends DtmfOptions, Unchecked {}

/**
 * Inside `<Input>`: listens for keys. Without settings it only adds `dtmf` to the input's `type`.
 *
 * @example
 * ```tsx
 * <Input eventUrl="https://example.com/pin"><Dtmf maxDigits={4} submitOnHash /></Input>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#dtmf-input-settings
 */
export const Dtmf = component<DtmfProps>(dtmf)
