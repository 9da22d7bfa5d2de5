import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import { flag, list, required, text } from '../options/rules'
import { checkLegs } from './rules/legs'

/** Options of the NCCO `transfer` action. */
export interface TransferOptions {
  /** Id of an existing conversation, `CON-…`. */
  conversationId: string
  /** Uuids of the legs this leg hears; absent: all of them, `[]`: none. */
  canHear?: readonly string[] | undefined
  /** Uuids of the legs that hear this leg; absent: all of them, `[]`: none. */
  canSpeak?: readonly string[] | undefined
  /**
   * Nobody hears this leg. Not together with `canSpeak`.
   * @defaultValue false
   */
  mute?: boolean | undefined
}

export const transfer = action<TransferOptions>('transfer', 'Transfer', (table) =>
  table({
    options: {
      // The reference's table writes conversation_id, its sample and two of three SDKs conversationId.
      conversationId: required(text()),
      canHear: list(text()),
      canSpeak: list(text()),
      mute: flag(),
    },
    reads: ['canHear', 'canSpeak', 'mute'],
    check: checkLegs,
  }),
)

/** Props of {@link Transfer}. */
export interface TransferProps extends TransferOptions, Unchecked {}

/**
 * Moves all legs of the current conversation to another one and ends this NCCO: nothing may follow.
 *
 * @example
 * ```tsx
 * <Transfer conversationId="CON-f972836a-550f-45fa-956c-12a2ab5b7d22" />
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#transfer
 */
export const Transfer = component<TransferProps>(transfer)
