// By name, so that the links of one copy of the package are links to every other copy. The compiler shows the name of the constant for a
// hook that was not called.
const callTheHook: unique symbol = Symbol.for('ncco-jsx.link')

/** A webhook that arrives at a URL in an NCCO, so that a link can lead there. */
export type LinkedWebhook = 'answer' | 'event' | 'input' | 'notify' | 'record' | 'transcribed'

/** The functions that make hooks, by the webhook that the hook takes. */
interface Makers {
  answer: 'onAnswer'
  event: 'onCallEvent'
  input: 'onInput'
  notify: 'onNotify'
  record: 'onRecording'
  transcribed: 'onTranscription'
}

// As a text with a gap, or the compiler would only compare the names of the webhooks.
type MadeBy<Webhook extends LinkedWebhook> = `made by ${Makers[Webhook]}`

/**
 * A link to a hook: the result of calling a hook of `ncco-jsx/serve`. The app that has the hook writes it as a URL. `Webhook` is the one
 * that the hook takes: `Link<'input'>` fits the `eventUrl` of an `<Input>`.
 */
export interface Link<Webhook extends LinkedWebhook = LinkedWebhook> {
  readonly [callTheHook]: true
  /** Only a type, and the first, because the compiler shows it for a link of another hook: the function that makes such a hook. */
  readonly hook?: MadeBy<Webhook> | undefined
  /** The path of the hook, below the `basePath` of its app. */
  readonly path: string
  /** The webhook that the hook takes, such as `input`. */
  readonly kind: Webhook
  /** The component that answers there; it distinguishes the hook from another one with the same path. */
  readonly handler: (props: never) => unknown
  /** The params that the hook was called with; they travel sealed in the URL. */
  readonly params?: unknown
  /** The state of a dialog, if the link leads back to its question instead of a hook; it travels sealed in the URL. */
  readonly turn?: unknown
}

/** The value of an option for the URL of a webhook: a URL, or a link to a hook of the app that serves the flow. */
export type Url<Webhook extends LinkedWebhook = LinkedWebhook> = string | Link<Webhook>

export function makeLink<Webhook extends LinkedWebhook>(
  link: Omit<Link<Webhook>, typeof callTheHook>,
): Link<Webhook> {
  return Object.freeze({ [callTheHook]: true as const, ...link })
}

export function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && callTheHook in value
}
