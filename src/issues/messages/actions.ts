import { nccoError as error, nccoWarning as warning } from '../ncco-message'
import { type Named, type NamedOption, option } from '../words'

/** The detail of every message of this page. */
export interface OfObject {
  object: Named
}

/** An object that names an engine, and the engine that the reference documents for it, if it does. */
export interface OfProvider extends OfObject {
  documented: string | undefined
}

/** Findings about options of one object that need or exclude each other. */
export const actionMessages = {
  /**
   * `type` says what an input listens for. It is required since July 2021; in TSX it follows from the children.
   * @rule R-31
   * @platform tolerated: public apps send the old form in production
   */
  'input-without-type': error('tolerated', (_: unknown, words) => [
    `${words.either('<Input>', 'input')} listens for nothing: ${words.either('it has neither <Dtmf> nor <Speech>', 'its "type" is missing or empty')}.`,
    words.either(
      'Put <Dtmf /> inside it for keys, <Speech /> for spoken words, or both.',
      'Write "type": ["dtmf"], ["speech"] or ["dtmf", "speech"].',
    ),
  ]),
  /**
   * In asynchronous mode every key is sent by itself; the keypad settings must be left out.
   * @rule R-32
   * @platform unknown
   */
  'async-dtmf-settings': error('unknown', ({ setting }: { setting: NamedOption }, words) => [
    `In asynchronous mode every key is sent by itself, so ${words.name(setting)} cannot take effect.`,
    `Remove ${words.name(setting)}, or remove ${words.setting(option('mode'), 'asynchronous')} from ${words.either('<Input>', 'the input')}.`,
  ]),
  /**
   * Asynchronous mode is documented for the keypad only; what it does to speech is undocumented.
   * @rule R-32
   * @platform unknown
   */
  'async-speech': warning('unknown', (_: unknown, words) => [
    `Asynchronous mode is documented for keys only, but ${words.either('<Speech> stands in this <Input>', 'this input also takes speech')}.`,
    `Remove ${words.either('<Speech>', 'speech')}, or remove ${words.setting(option('mode'), 'asynchronous')}.`,
  ]),
  /**
   * Settings for an input that `type` does not name are lost.
   * @rule R-34
   * @platform tolerated: public apps send the old form in production
   */
  'settings-without-type': error('tolerated', ({ part }: { part: string }) => [
    `input has settings for ${part}, but its "type" does not name it, so they are lost.`,
    `Add "${part}" to "type", or remove the settings.`,
  ]),
  /**
   * For speech, only `google` is documented. For talk, no provider is, and the official SDKs disagree about all but `google`.
   * @rule R-37
   * @platform unknown
   */
  'undocumented-provider': warning('unknown', ({ object, documented }: OfProvider, words) =>
    documented === undefined
      ? [
          `${words.option(object, option('provider'))} is in no reference, and the official SDKs disagree about it.`,
          'Remove it for the default engine, or keep it if Vonage told you so.',
        ]
      : [
          `${words.option(object, option('provider'))} is another than "${documented}", the only one that is documented.`,
          `Write ${words.setting(option('provider'), documented)}, or remove it for the default engine.`,
        ],
  ),
  /**
   * The options are meant for a provider, and none is named.
   * @rule R-37
   * @platform unknown
   */
  'provider-options-alone': warning('unknown', ({ object, documented }: OfProvider, words) => [
    `${words.object(object)} has ${words.name(option('providerOptions'))} without a provider to read them.`,
    `Add ${documented === undefined ? words.name(option('provider')) : words.setting(option('provider'), documented)}, or remove ${words.name(option('providerOptions'))}.`,
  ]),
  /**
   * Separate channels exist only when the recording is split.
   * @rule R-40
   * @platform tolerated: without effect, as the reference says
   */
  'channels-without-split': error('tolerated', ({ object }: OfObject, words) => [
    `${words.option(object, option('channels'))} needs the recording to be split.`,
    `Add ${words.setting(option('split'), 'conversation')}.`,
  ]),
  /**
   * More than two channels make the default format wav; what mp3 or ogg do with them is undocumented.
   * @rule R-42
   * @platform tolerated: without effect, as the reference says
   */
  'format-for-channels': warning(
    'tolerated',
    (d: OfObject & { format: string; channels: number }, words) => [
      `A recording of ${d.channels} channels as ${d.format} is undocumented; above 2 channels the default is wav.`,
      `Write ${words.setting(option('format'), 'wav')}, or remove ${words.name(option('format'))}.`,
    ],
  ),
  /**
   * A conversation is transcribed from its recording.
   * @rule R-43
   * @platform tolerated: nothing is transcribed (Vonage/vonage-dotnet-sdk#561)
   */
  'transcription-without-record': error('tolerated', (_: unknown, words) => [
    'A conversation is transcribed from its recording, but this one is not recorded.',
    `Add ${words.setting(option('record'), true)} to ${words.either('<Conversation>', 'the conversation')}.`,
  ]),
  /**
   * The event URL of a conversation only receives the recording; without one it is never called.
   * @rule R-45
   * @platform tolerated: the URL is never called
   */
  'event-url-without-record': warning('tolerated', ({ given }: { given: NamedOption }, words) => [
    `${words.name(given)} of a conversation is only for its recording, but this one is not recorded.`,
    `Add ${words.setting(option('record'), true)}, or remove ${words.name(given)}.`,
  ]),
  /**
   * `mute` is not supported together with `canSpeak`, not even with an empty list.
   * @rule R-50
   * @platform unknown
   */
  'mute-with-can-speak': error('unknown', ({ object }: OfObject, words) => [
    `${words.object(object)} has both ${words.name(option('mute'))} and ${words.name(option('canSpeak'))}, which do not work together.`,
    `Keep one; ${words.either('canSpeak={[]}', '"canSpeak": []')} means that nobody hears this leg.`,
  ]),
  /**
   * `canHear` and `canSpeak` hold the ids of legs, not of conversations.
   * @rule R-52
   * @platform unknown
   */
  'conversation-id-as-leg': warning('unknown', (d: OfObject & { given: NamedOption }, words) => [
    `${words.option(d.object, d.given)} holds a conversation id (CON-…), but takes the ids of legs.`,
    'Write the uuid of a leg, as the webhooks give it.',
  ]),
  /**
   * A random number of the application is used instead of `from`, so both cannot be meant.
   * @rule R-61
   * @platform unknown
   */
  'from-and-random': error('unknown', ({ object }: OfObject, words) => [
    `${words.object(object)} has both ${words.name(option('from'))} and ${words.name(option('randomFromNumber'))}, which exclude each other.`,
    'Keep one of them.',
  ]),
  /**
   * A phone shows the caller ID; without one the caller is unknown.
   * @rule R-62
   * @platform tolerated: the caller shows as unknown (R-62)
   */
  'no-caller-id': warning('tolerated', ({ object }: OfObject, words) => [
    `${words.object(object)} calls a phone without a caller ID, so the caller shows as unknown.`,
    `Add ${words.setting(option('from'), '…')} with one of your Vonage numbers, or ${words.setting(option('randomFromNumber'), true)}.`,
  ]),
  /**
   * The advanced detection overrides the plain one.
   * @rule R-64
   * @platform unknown: the OpenAPI description says that the advanced one overrides the other
   */
  'two-machine-detections': warning('unknown', ({ object }: OfObject, words) => [
    `${words.object(object)} has both kinds of machine detection; the advanced one overrides the other.`,
    `Remove ${words.name(option('machineDetection'))}.`,
  ]),
  /**
   * The beep is only waited for in the modes `default` and `detect_beep`; without a mode, `detect` is the default.
   * @rule R-66
   * @platform tolerated: without effect, as the OpenAPI description and the reference say
   */
  'beep-timeout-unused': warning('tolerated', (d: OfObject & { given: NamedOption }, words) => [
    `${words.option(d.object, d.given)} has no effect, because mode "detect", the default, does not wait for the beep.`,
    `Write ${words.setting(option('mode'), 'detect_beep')}, or remove ${words.name(d.given)}.`,
  ]),
  /**
   * Machine detection is documented for calls to phones.
   * @rule R-67
   * @platform tolerated: without effect, as the OpenAPI description and the reference say
   */
  'machine-detection-off-phone': warning(
    'tolerated',
    ({ endpoint }: { endpoint: Named }, words) => [
      `Machine detection is for calls to phones, but this one goes to ${words.either(words.object(endpoint), `the ${endpoint.name}`)}.`,
      'Remove the machine detection.',
    ],
  ),
  /**
   * A phone's carrier supplies its own ringing; Vonage advises against another one.
   * @rule R-68
   * @platform tolerated: the reference advises against it
   */
  'ringback-on-phone': warning('tolerated', ({ object }: OfObject, words) => [
    `${words.option(object, option('ringbackTone'))} is not recommended with a phone, whose carrier supplies its own tone.`,
    `Remove ${words.name(option('ringbackTone'))}.`,
  ]),
  /**
   * The event URL answers synchronous events with an NCCO; without one on the action, the application's is asked.
   * @rule R-69
   * @platform tolerated: the event URL of the application is asked
   */
  'synchronous-without-url': warning('tolerated', ({ object }: OfObject, words) => [
    `${words.option(object, option('eventType'))} lets the event URL answer with an NCCO; without ${words.name(option('eventUrl'))}, that of the application is asked.`,
    `Add ${words.name(option('eventUrl'))}.`,
  ]),
  /**
   * A SIP endpoint is either a `uri`, or the `domain` of a trunk with or without a `user`.
   * @rule R-71
   * @platform unknown
   */
  'sip-address': error('unknown', ({ why }: { why: 'none' | 'both' | 'user-alone' }, words) => [
    {
      none: `${words.either('<Sip>', 'The sip endpoint')} has no address.`,
      both: `${words.either('<Sip>', 'The sip endpoint')} has a uri and also a user or domain, which exclude each other.`,
      'user-alone': `${words.either('<Sip>', 'The sip endpoint')} has a user without a domain.`,
    }[why],
    'Write either uri, or domain with or without user.',
  ]),
  /**
   * The platform puts `X-` before the name of every SIP header, so writing it doubles it.
   * @rule R-72
   * @platform unknown
   */
  'doubled-x-prefix': warning('unknown', (_: unknown, words) => [
    `A header of ${words.either('<Sip>', 'the sip endpoint')} starts with X-, which the platform adds by itself.`,
    'Write the name without X-.',
  ]),
  /**
   * Custom authorization sends the value given here, and the value is missing.
   * @rule R-73
   * @platform unknown
   */
  'authorization-without-value': error('unknown', (_: unknown, words) => [
    'Custom authorization needs the value of the Authorization header.',
    `Add ${words.name(option('value'))}, or write ${words.setting(option('type'), 'vonage')}.`,
  ]),
  /**
   * With `vonage`, the default, the platform signs the header by itself and ignores the value.
   * @rule R-73
   * @platform tolerated: without effect, as the OpenAPI description and the reference say
   */
  'authorization-value-ignored': warning('tolerated', (_: unknown, words) => [
    'Unless type is "custom", Vonage signs the Authorization header by itself and ignores the value.',
    `Write ${words.setting(option('type'), 'custom')}, or remove ${words.name(option('value'))}.`,
  ]),
}
