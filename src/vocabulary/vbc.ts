import { component, type Unchecked } from '../options/component'
import { endpoint } from '../options/definition'
import { required, text } from '../options/rules'

/** Options of the `vbc` endpoint. */
export interface VbcOptions {
  /** The extension, such as `111`. */
  extension: string
}

export const vbc = endpoint<VbcOptions>('vbc', 'Vbc', (table) =>
  table({
    inside: ['Connect'],
    options: { extension: required(text()) },
  }),
)

/** Props of {@link Vbc}. */
export interface VbcProps extends VbcOptions, Unchecked {}

/**
 * Inside `<Connect>`: an extension of Vonage Business Communications.
 *
 * @example
 * ```tsx
 * <Connect><Vbc extension="111" /></Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#vonage-business-communications-vbc-endpoint
 */
export const Vbc = component<VbcProps>(vbc)
