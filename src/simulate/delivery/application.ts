import type { NccoNode } from '../../element/element'
import { isElement } from '../../element/element'
import { isJsonObject } from '../../element/json'
import { andThen, type MaybePromise } from '../../element/maybe-promise'
import { isParsableUrl } from '../../options/parsable-url'
import { renderAsync } from '../../render/render'
import type { VoiceApp } from '../../serve/app'
import type { Incoming } from '../../serve/incoming'
import type { Reply } from '../../serve/reply'
import { type AssertionsOf, flag, may, oneOf, refuseOption } from '../assert-options'
import type { ReceivedAnswer } from './answer'
import { ofReply, toAnswer } from './body'
import type { Faults } from './delivery-fault'
import { DialledServer, type Fetch } from './dialled-server'
import { elementPath, serveElement, toOnlyNcco } from './element-app'
import { ForeignUrls } from './foreign-urls'
import type { Lateness } from './lateness'
import { type Outgoing, toIncoming, toRequest } from './request'
import { assertSigning, makeSign, type Sign, type SigningOptions } from './signing'
import type { Target } from './target'
import { describeThrown } from './thrown'

/** Answers webhooks: an app with a `fetch`, or such a function. */
export type WebhookHandler =
  | {
      /** Answers a webhook. */
      fetch(request: Request): Response | Promise<Response>
    }
  | ((request: Request) => Response | Promise<Response>)

/**
 * The target of a call: an app; the answer URL of a server in any language; or an NCCO or element by itself, whose webhooks are not
 * answered.
 */
export type CallTarget = WebhookHandler | string | URL | readonly object[] | NccoNode

/**
 * The settings of the application that is called, for `dial` and `callOut`.
 *
 * @example
 * ```ts
 * const call = await dial(app, { answerMethod: 'POST', eventUrl: '/event', fallbackUrl: '/fallback' })
 * ```
 */
export interface ApplicationOptions {
  /**
   * The public base of the app, without a query and without a final slash. An app in memory receives every webhook, whatever its
   * URL; with an answer URL as target, webhooks below `baseUrl` go to the origin of the answer URL.
   * @defaultValue 'https://app.example.com'; the origin of an answer URL
   */
  baseUrl?: string | undefined
  /**
   * The answer URL of an app in memory, absolute or below `baseUrl`. The default is below the `basePath` of an app of `createVoiceApp`.
   * @defaultValue '/answer'
   */
  answerUrl?: string | undefined
  /**
   * The method of the answer webhook.
   * @defaultValue 'GET'
   */
  answerMethod?: 'GET' | 'POST' | undefined
  /** The event URL of the application, absolute or below `baseUrl`. Absent: events that no action directs elsewhere are not sent. */
  eventUrl?: string | undefined
  /**
   * The method of events that no action directs elsewhere.
   * @defaultValue 'POST'
   */
  eventMethod?: 'GET' | 'POST' | undefined
  /** The fallback URL of the application, absolute or below `baseUrl`. Absent: the application has no fallback. */
  fallbackUrl?: string | undefined
  /**
   * The RTC event URL of the application, absolute or below `baseUrl`: it receives the end of a recording that `POST /v1/legs/{uuid}/recording`
   * started. Absent: nobody is told.
   */
  rtcUrl?: string | undefined
  /**
   * Sends the requests to an answer URL, instead of the global `fetch`: through a proxy, or from a browser through a server. A rejection
   * is a closed connection, with the `code` of the error or of its `cause`.
   */
  fetch?: Fetch | undefined
  /** Signs every webhook. Absent: they are not signed. */
  signature?: SigningOptions | undefined
  /** Chooses the deliveries that fail, and how. Absent: every delivery succeeds. */
  faults?: Faults | undefined
  /**
   * Ends the call for every error of `check`. Otherwise only an NCCO that Vonage is known to refuse ends the call; other findings are
   * notes in the transcript.
   * @defaultValue false
   */
  strict?: boolean | undefined
}

const urlOrPath = may(
  'an http or https URL, or a path that starts with a slash',
  (value) => isHttp(value) || (typeof value === 'string' && value.startsWith('/')),
)

export const applicationAssertions: AssertionsOf<ApplicationOptions> = {
  baseUrl: may('an http or https URL, such as https://app.example.com', isHttp),
  answerUrl: urlOrPath,
  answerMethod: oneOf('GET', 'POST'),
  eventUrl: urlOrPath,
  eventMethod: oneOf('GET', 'POST'),
  fallbackUrl: urlOrPath,
  rtcUrl: urlOrPath,
  fetch: may('a function', (value) => typeof value === 'function'),
  signature: assertSigning,
  faults: may('a function', (value) => typeof value === 'function'),
  strict: flag,
}

/** An application of Vonage's, as the platform knows it. */
export interface Application {
  readonly answer: Target
  readonly events: Target
  readonly fallbackUrl: string | undefined
  /** The destination of RTC events. */
  readonly rtc: Target
  /** The NCCO that was dialled by itself. */
  readonly ncco: unknown
  readonly sign: Sign | undefined
  readonly faults: Faults | undefined
  /** Delivers a request; `undefined` if an NCCO was dialled by itself. */
  readonly deliver: Deliver | undefined
  /** Present if it runs in another process. */
  readonly server: DialledServer | undefined
  /** Present if it runs in memory. */
  readonly foreignUrls: ForeignUrls | undefined
  /** Whether every error of `check` ends the call. */
  readonly isStrict: boolean
}

export async function toApplication(
  target: CallTarget | Promise<NccoNode>,
  options: ApplicationOptions,
  now: () => number,
): Promise<Application> {
  const { answerMethod = 'GET', answerUrl = answerPathOf(target), signature, faults } = options
  const dialled = isUrl(target) ? toDialled(String(target)) : undefined
  const { baseUrl = dialled?.origin ?? 'https://app.example.com' } = options
  const base = baseUrl.replace(/\/$/, '')
  // Requests carry a password of the URL in a header.
  const publicBase = base.replace(/^(https?:\/\/)[^/]*@/, '$1')
  const absolute = (url: string) => (url.startsWith('/') ? base + url : url)
  const optional = (url: string | undefined) => (url === undefined ? undefined : absolute(url))
  const app = toApp(target)
  const server = dialled && new DialledServer(dialled, publicBase, options.fetch)
  const isServed = app !== undefined || server !== undefined
  const inline = isServed ? undefined : await toInline(await target, now)
  // An element has no paths of its own.
  const elementUrl = inline?.deliver && new URL(elementPath, base).href
  return {
    answer: {
      url: server?.answerUrl ?? elementUrl ?? absolute(answerUrl),
      method: answerMethod,
    },
    events: { url: optional(options.eventUrl), method: options.eventMethod ?? 'POST' },
    fallbackUrl: optional(options.fallbackUrl),
    rtc: { url: optional(options.rtcUrl), method: 'POST' },
    ncco: inline?.ncco,
    sign: signature && makeSign(signature),
    faults,
    deliver:
      app ??
      inline?.deliver ??
      (server &&
        (async (request, lateness) =>
          toAnswer(await server.fetch(toRequest(request), lateness.toSignal()), lateness))),
    server,
    foreignUrls: app && new ForeignUrls(base, absolute(answerUrl)),
    isStrict: options.strict === true,
  }
}

function isUrl(target: unknown): target is string | URL {
  return typeof target === 'string' || target instanceof URL
}

type Deliver = (request: Outgoing, lateness: Lateness) => MaybePromise<ReceivedAnswer>

function toApp(target: unknown): Deliver | undefined {
  if (typeof target === 'function') return inMemory((request) => target(request))
  const app = target as { fetch?: unknown } | null
  if (typeof app !== 'object' || typeof app?.fetch !== 'function') return undefined
  const respond = respondOf(app)
  if (respond) return answeredBy(respond)
  const served = app as { fetch(request: Request): Response | Promise<Response> }
  return inMemory((request) => served.fetch(request))
}

/** What answers without `Request` and `Response`. */
function answeredBy(respond: (request: Incoming) => MaybePromise<Reply>): Deliver {
  return (request) => andThen(respond(toIncoming(request)), ofReply)
}

/** An app in memory. If it throws, the answer is status 500, as from a server in front of it. */
function inMemory(handle: (request: Request) => unknown): Deliver {
  const ask = async (request: Request) => {
    try {
      const response = await handle(request)
      if (response instanceof Response) return response
      return new Response('The handler returned no Response.', { status: 500 })
    } catch (error) {
      return new Response(describeThrown(error), { status: 500 })
    }
  }
  return async (request, lateness) => toAnswer(await ask(toRequest(request)), lateness)
}

/** The name by which an app of ours tells where it answers calls. */
const answerPath = Symbol.for('ncco-jsx.answer-path')

function answerPathOf(target: unknown): string {
  const { [answerPath]: path } = (target ?? {}) as { [answerPath]?: string }
  return path ?? '/answer'
}

/** The name by which an app of ours shows the `fetch` that it was made with. */
const ownFetch = Symbol.for('ncco-jsx.fetch')

/** The way to ask an app of ours without a `Request`; `undefined` for any other app, and for one whose `fetch` was replaced. */
function respondOf(app: object): VoiceApp['respond'] | undefined {
  const { fetch, respond, [ownFetch]: own } = app as Partial<VoiceApp> & { [ownFetch]?: unknown }
  return own !== undefined && fetch === own ? respond : undefined
}

/** The answers to calls of an NCCO or an element: only that NCCO, or an app for the dialogs of the element. */
async function toInline(
  target: unknown,
  now: () => number,
): Promise<{ readonly ncco?: unknown; readonly deliver?: Deliver }> {
  if (!isNode(target)) return { ncco: await toNcco(target, 'What is dialled', dialled) }
  const ncco = await toOnlyNcco(target, now)
  return ncco ? { ncco } : { deliver: answeredBy(serveElement(target)) }
}

/** Whether a value is an element, or an array with one. */
function isNode(value: unknown): value is NccoNode {
  const isElementItself = (entry: unknown) => isJsonObject(entry) && isElement(entry)
  return Array.isArray(value) ? value.some(isElementItself) : isElementItself(value)
}

const dialled =
  'an app with a fetch, a function from Request to Response, an answer URL, or an NCCO (an array of actions) or element'

/** Renders elements; an NCCO that is given as JSON stays as it is. */
export async function toNcco(value: unknown, option: string, expected: string): Promise<unknown> {
  const node = await value
  if (isJsonObject(node) && isElement(node)) return renderAsync(node)
  if (!Array.isArray(node)) return refuseOption(option, expected)
  const isPlain = node.every((entry) => isJsonObject(entry) && !isElement(entry))
  return isPlain ? node : renderAsync(node as NccoNode)
}

/** A URL that is dialled. */
function toDialled(url: string): URL {
  if (isHttp(url)) return new URL(url)
  const expected = 'an http or https URL, such as http://localhost:3000/answer'
  return refuseOption('A URL that is dialled', expected)
}

export function isHttp(url: unknown): boolean {
  return typeof url === 'string' && /^https?:\/\//.test(url) && isParsableUrl(url)
}
