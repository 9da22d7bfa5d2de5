import type { ElementNode } from '../element/element'
import type { Url } from '../element/link'
import { below } from '../issues/report'
import { option } from '../issues/words'
import { component, type Unchecked } from '../options/component'
import { action } from '../options/definition'
import { child, flag, list, one, oneOf, required, text, url, webhookUrl } from '../options/rules'
import { checkLegs } from './rules/legs'
import { transcription } from './transcription'

/** Options of the NCCO `conversation` action. */
export interface ConversationOptions {
  /** Name of the room. Callers meet in it if application and region are the same. */
  name: string
  /** http(s) URL of an mp3 that is played until the conversation starts; useful with `startOnEnter={false}`. Absent: silence. */
  musicOnHoldUrl?: string | undefined
  /**
   * Whether the conversation starts when this caller arrives.
   * @defaultValue true
   */
  startOnEnter?: boolean | undefined
  /**
   * Whether the conversation ends for all when this caller leaves.
   * @defaultValue false
   */
  endOnExit?: boolean | undefined
  /**
   * Record the conversation, as mp3.
   * @defaultValue false
   */
  record?: boolean | undefined
  /** http(s) URL that receives the record webhook; without it, the application's event URL does. Only with `record`. */
  eventUrl?: Url<'record'> | undefined
  /**
   * `GET` or `POST`. Only with `record`.
   * @defaultValue 'POST'
   */
  eventMethod?: 'GET' | 'POST' | undefined
  /** Uuids of the legs that hear this caller; absent: everyone, `[]`: nobody. */
  canSpeak?: readonly string[] | undefined
  /** Uuids of the legs this caller hears; absent: everyone, `[]`: nobody. */
  canHear?: readonly string[] | undefined
  /**
   * This caller is neither heard nor recorded. Not together with `canSpeak`.
   * @defaultValue false
   */
  mute?: boolean | undefined
}

export const conversation = action<ConversationOptions>('conversation', 'Conversation', (table) =>
  table({
    options: {
      name: required(text()),
      musicOnHoldUrl: one(url()),
      startOnEnter: flag(),
      endOnExit: flag(),
      record: flag(),
      eventUrl: one(webhookUrl('record')),
      eventMethod: oneOf('GET', 'POST'),
      canSpeak: list(text()),
      canHear: list(text()),
      mute: flag(),
    },
    children: {
      /** Transcribes the recording, with `{}` by its defaults; only with `record`. Absent: no transcription. Chargeable. */
      transcription: child(transcription),
    },
    reads: ['canHear', 'canSpeak', 'mute', 'record', 'transcription', 'eventUrl', 'eventMethod'],
    check(conversation, place) {
      checkLegs(conversation, place)
      if (conversation.record === true) return
      const { path, report } = place
      if (conversation.transcription !== undefined) {
        report('transcription-without-record', below(path, 'transcription'), {})
      }
      if (conversation.eventUrl === undefined && conversation.eventMethod === undefined) return
      for (const key of ['eventUrl', 'eventMethod']) {
        if (conversation[key] === undefined) continue
        report('event-url-without-record', below(path, key), { given: option(key) })
      }
    },
  }),
)

/** Props of {@link Conversation}. */
export interface ConversationProps extends ConversationOptions, Unchecked {
  /** `<Transcription>`, if the recording is to be transcribed. */
  children?: ElementNode | undefined
}

/**
 * Puts the caller into a named conversation, a conference of up to 200, and creates it if it does not exist. Holds the flow
 * until the caller leaves or the conversation ends. Entering it sends a `transfer` event to the application's event URL.
 *
 * @example
 * ```tsx
 * <Conversation name="standup" startOnEnter={false} musicOnHoldUrl="https://example.com/hold.mp3" />
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference#conversation
 */
export const Conversation = component<ConversationProps>(conversation)
