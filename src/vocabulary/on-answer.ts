import type { Url } from '../element/link'
import { component, type Unchecked } from '../options/component'
import { part } from '../options/definition'
import { replacedBy } from '../options/extra'
import { required, url, webhookUrl } from '../options/rules'

/** Options of the `onAnswer` object of a phone endpoint. */
export interface OnAnswerOptions {
  /** http(s) URL of the NCCO that the called party hears before both are joined. */
  url: Url<'answer'>
  /** http(s) URL of a tone that the caller hears meanwhile, over and over. */
  ringbackTone?: string | undefined
}

export const onAnswer = part<OnAnswerOptions>('onAnswer', 'OnAnswer', (table) =>
  table({
    inside: ['Phone'],
    options: { url: required(webhookUrl('answer')), ringbackTone: url() },
    extras: { ringback: replacedBy('ringbackTone') },
  }),
)

/** Props of {@link OnAnswer}. */
export interface OnAnswerProps extends OnAnswerOptions, Unchecked {}

/**
 * Inside `<Phone>`: plays an NCCO to the called party before both are joined.
 *
 * @example
 * ```tsx
 * <Connect from="447700900000">
 *   <Phone number="447700900001"><OnAnswer url="https://example.com/whisper" /></Phone>
 * </Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#phone-pstn-v-endpoint
 */
export const OnAnswer = component<OnAnswerProps>(onAnswer)
