import type { NccoNode } from '../element/element'
import { type Link, type LinkedWebhook, makeLink } from '../element/link'
import { assertPath } from './assert-path'
import type {
  AnswerWebhookProps,
  CallEventWebhookProps,
  InputWebhookProps,
  NotifyWebhookProps,
  RecordingWebhookProps,
  TranscriptionWebhookProps,
} from './props'

/** A component that answers a webhook with an NCCO. */
export type AnswerComponent<Props> = (props: Props) => NccoNode | Promise<NccoNode>

/** A component that may answer a webhook with an NCCO. If it renders nothing, the call goes on. */
export type ReplyComponent<Props> = (
  props: Props,
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler without a return statement is one of these.
) => NccoNode | void | Promise<NccoNode | void>

/** Listens to a webhook that takes no NCCO. */
export type WebhookListener<Props> = (
  props: Props,
  // Not only `void`, which would let a handler return elements, and they would be lost.
) => void | Promise<void>

/** A hook as the app sees it, whatever its params. */
export interface AnyHook {
  /** Its path, below the `basePath` of the app. */
  readonly path: string
  /** The webhook that arrives there. */
  readonly kind: LinkedWebhook
  /** The component or function that answers it. */
  readonly handler: (props: never) => unknown
  /** Whether it takes webhooks without a seal, although its app has a secret. */
  readonly isOpen: boolean
}

/** Options of a hook with these params. */
export interface HookOptions<Params = undefined> {
  /**
   * In an app with a `secret`, a hook accepts only webhooks that come by a link that the app wrote. An open hook also accepts webhooks
   * without a seal: for a URL that is set elsewhere, such as an `event_url` in the dashboard. Its `params` are then `undefined`, so `true` is
   * allowed only if their type includes `undefined`: `InputWebhookProps<{ id: string } | undefined>`.
   * @defaultValue false
   */
  open?: (undefined extends Params ? boolean : false) | undefined
}

/** Params as they travel. What JSON cannot carry (functions, bigints, symbols, methods of Date or Map) becomes `never`. */
export type JsonParams<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends ((...args: never) => unknown) | bigint | symbol
      ? never
      : { [K in keyof T]: JsonParams<T[K]> }

/** The type of the props of a hook, by the webhook that it takes. */
interface PropsNames {
  answer: 'AnswerWebhookProps'
  event: 'CallEventWebhookProps'
  input: 'InputWebhookProps'
  notify: 'NotifyWebhookProps'
  record: 'RecordingWebhookProps'
  transcribed: 'TranscriptionWebhookProps'
}

/**
 * A link and its handler in one: calling it with params gives the link for an option such as `eventUrl`. Params are
 * plain JSON and travel sealed in the URL, so the app needs a `secret`. The link fits only options at whose URL a webhook of this `Kind` arrives.
 */
export interface Hook<Kind extends LinkedWebhook, Params = undefined> extends AnyHook {
  /** The link, for an option at whose URL this webhook arrives. */
  (
    ...params: [Params] extends [undefined]
      ? // Only undefined is meant: the text is what the compiler says. As a type of its own it would be shown by its name.
        [params?: `Write the type of the params: ${PropsNames[Kind]}<{ … }>`]
      : undefined extends Params
        ? [params?: JsonParams<Params>]
        : [params: JsonParams<Params>]
  ): Link<Kind>
  readonly kind: Kind
}

/**
 * A hook for the webhook of an `<Input>`: what it renders replaces the current NCCO.
 *
 * @param path where the webhook arrives, such as `/chosen`, below the `basePath` of the app
 * @param component answers the webhook; if it renders nothing, the flow goes on after the input
 * @param options `open`: accept webhooks without a seal too
 * @throws ServeError `bad-path`
 * @example
 * ```tsx
 * const chosen = onInput('/chosen', ({ dtmf, params }: InputWebhookProps<{ attempt: number }>) => (
 *   <Talk>Attempt {params.attempt}: you pressed {dtmf?.digits}.</Talk>
 * ))
 * const Menu = () => <Input eventUrl={chosen({ attempt: 1 })}><Dtmf maxDigits={1} /></Input>
 * ```
 */
export function onInput<Params = undefined>(
  path: string,
  component: ReplyComponent<InputWebhookProps<Params>>,
  options?: HookOptions<Params>,
): Hook<'input', Params> {
  return makeHook('input', path, component, options)
}

/**
 * A hook for the webhook of a `<Notify>`: what it renders, if anything, replaces the current NCCO.
 *
 * @param path where the webhook arrives, below the `basePath` of the app
 * @param component answers the webhook
 * @param options `open`: accept webhooks without a seal too
 * @throws ServeError `bad-path`
 * @example
 * ```tsx
 * const reached = onNotify('/reached', ({ payload }: NotifyWebhookProps) => {
 *   console.log(payload)
 * })
 * const Flow = () => <Notify payload={{ step: 'menu' }} eventUrl={reached()} />
 * ```
 */
export function onNotify<Params = undefined>(
  path: string,
  component: ReplyComponent<NotifyWebhookProps<Params>>,
  options?: HookOptions<Params>,
): Hook<'notify', Params> {
  return makeHook('notify', path, component, options)
}

/**
 * A hook for the events of a leg that `<Connect>` calls. An NCCO is taken from the answer to `busy`, `failed`, `rejected`, `timeout`
 * and `unanswered` of a synchronous connect, to `human` and `machine` of an advanced machine detection in mode `default`, and
 * to `disconnected` of a websocket. For other events what it renders is not sent.
 *
 * @param path where the webhook arrives, below the `basePath` of the app
 * @param component answers the webhook
 * @param options `open`: accept webhooks without a seal too
 * @throws ServeError `bad-path`
 * @example
 * ```tsx
 * const rang = onCallEvent('/rang', ({ status }: CallEventWebhookProps) => status === 'busy' && <Talk>The line is busy.</Talk>)
 * const Flow = () => (
 *   <Connect from="447700900000" eventType="synchronous" eventUrl={rang()}>
 *     <Phone number="447700900001" />
 *   </Connect>
 * )
 * ```
 */
export function onCallEvent<Params = undefined>(
  path: string,
  component: ReplyComponent<CallEventWebhookProps<Params>>,
  options?: HookOptions<Params>,
): Hook<'event', Params> {
  return makeHook('event', path, component, options)
}

/**
 * A hook for the webhook of a `<Record>`, or of a `<Conversation record>`: a recording can be fetched.
 *
 * @param path where the webhook arrives, below the `basePath` of the app
 * @param handler takes the webhook; it returns nothing, because Vonage does not read an NCCO here
 * @param options `open`: accept webhooks without a seal too
 * @throws ServeError `bad-path`
 * @example
 * ```tsx
 * const recorded = onRecording('/recorded', async ({ recording_url }: RecordingWebhookProps) => {
 *   await store(recording_url)
 * })
 * const Voicemail = () => <Record endOnSilence={3} eventUrl={recorded()} />
 * ```
 */
export function onRecording<Params = undefined>(
  path: string,
  handler: WebhookListener<RecordingWebhookProps<Params>>,
  options?: HookOptions<Params>,
): Hook<'record', Params> {
  return makeHook('record', path, handler, options)
}

/**
 * A hook for the webhook of a `<Transcription>`: the text of a recording can be fetched.
 *
 * @param path where the webhook arrives, below the `basePath` of the app
 * @param handler takes the webhook; it returns nothing, because Vonage does not read an NCCO here
 * @param options `open`: accept webhooks without a seal too
 * @throws ServeError `bad-path`
 * @example
 * ```tsx
 * const transcribed = onTranscription('/transcribed', async ({ transcription_url }: TranscriptionWebhookProps) => {
 *   await store(transcription_url)
 * })
 * const Voicemail = () => <Record endOnSilence={3}><Transcription eventUrl={transcribed()} /></Record>
 * ```
 */
export function onTranscription<Params = undefined>(
  path: string,
  handler: WebhookListener<TranscriptionWebhookProps<Params>>,
  options?: HookOptions<Params>,
): Hook<'transcribed', Params> {
  return makeHook('transcribed', path, handler, options)
}

/**
 * A hook for the `url` of an `<OnAnswer>`: what the called party hears before both are joined.
 *
 * @param path where the webhook arrives, below the `basePath` of the app
 * @param component answers the webhook
 * @param options `open`: accept webhooks without a seal too
 * @throws ServeError `bad-path`
 * @example
 * ```tsx
 * const whisper = onAnswer('/whisper', () => <Talk>A call from the shop.</Talk>)
 * const Flow = () => (
 *   <Connect from="447700900000">
 *     <Phone number="447700900001"><OnAnswer url={whisper()} /></Phone>
 *   </Connect>
 * )
 * ```
 */
export function onAnswer<Params = undefined>(
  path: string,
  component: AnswerComponent<AnswerWebhookProps<Params>>,
  options?: HookOptions<Params>,
): Hook<'answer', Params> {
  return makeHook('answer', path, component, options)
}

function makeHook<Kind extends LinkedWebhook, Params>(
  kind: Kind,
  path: string,
  handler: (props: never) => unknown,
  options: HookOptions<Params> | undefined,
): Hook<Kind, Params> {
  assertPath(path, 'The path of a hook')
  const call = (params?: unknown) => makeLink({ path, kind, handler, params })
  return Object.assign(call, { path, kind, handler, isOpen: options?.open === true })
}
