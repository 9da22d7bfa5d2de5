import type { ElementNode } from '../element/element'
import { component, type Unchecked } from '../options/component'
import { endpoint } from '../options/definition'
import { e164 } from '../options/formats/e164'
import { pattern } from '../options/formats/format'
import { child, required, text } from '../options/rules'
import { onAnswer } from './on-answer'

/** Options of the `phone` endpoint. */
export interface PhoneOptions {
  /** The number to call in E.164: country code and number, 7 to 15 digits, without `+` or `00`. */
  number: string
  /** Keys to send once answered: `0` to `9`, `*`, `#`, and `p` for a pause of 500 ms. */
  dtmfAnswer?: string | undefined
  /** Your own STIR/SHAKEN identity: `<JWT>;info=<URL>;alg=ES256;ppt="shaken"`. By request only; an invalid one makes the platform reject the call. */
  shaken?: string | undefined
}

const keys = pattern(/^[\d*#p]*$/, 'only 0 to 9, *, # and p')

const identity = pattern(
  /^[^;\s]+;info=<https:[^>\s]+>;alg=ES256;ppt="?shaken"?$/,
  '<JWT>;info=<https://…>;alg=ES256;ppt="shaken"',
)

export const phone = endpoint<PhoneOptions>('phone', 'Phone', (table) =>
  table({
    inside: ['Connect'],
    options: {
      number: required(text({ format: e164 })),
      dtmfAnswer: text({ format: keys }),
      shaken: text({ format: identity }),
    },
    children: {
      /** The NCCO that the called party hears before both are joined. */
      onAnswer: child(onAnswer),
    },
  }),
)

/** Props of {@link Phone}. */
export interface PhoneProps extends PhoneOptions, Unchecked {
  /** `<OnAnswer>`, if the called party is to hear something first. */
  children?: ElementNode | undefined
}

/**
 * Inside `<Connect>`: a phone.
 *
 * @example
 * ```tsx
 * <Connect from="447700900000"><Phone number="447700900001" dtmfAnswer="p123#" /></Connect>
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#phone-pstn-v-endpoint
 */
export const Phone = component<PhoneProps>(phone)
