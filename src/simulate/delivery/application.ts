import type { NccoNode } from '../../element/element'
import { isElement } from '../../element/element'
import { isJsonObject } from '../../element/json'
import { renderAsync } from '../../render/render'
import { type AssertionsOf, may, oneOf, refuseOption } from '../assert-options'
import type { Faults } from './delivery-fault'
import { assertSigning, makeSign, type Sign, type SigningOptions } from './signing'
import type { Target } from './target'

/** Answers webhooks: an app with a `fetch`, or such a function. */
export type WebhookHandler =
  | { fetch(request: Request): Response | Promise<Response> }
  | ((request: Request) => Response | Promise<Response>)

/**
 * What answers a call: an app; the answer URL of a server, whatever it is written in; or an NCCO or element by itself,
 * whose webhooks nobody answers.
 */
export type CallTarget = WebhookHandler | string | URL | readonly object[] | NccoNode

/**
 * What `dial` and `callOut` know of the application that is called.
 *
 * @example
 * ```ts
 * const call = await dial(app, { answerMethod: 'POST', eventUrl: '/event', fallbackUrl: '/fallback' })
 * ```
 */
export interface ApplicationOptions {
  /**
   * Where Vonage reaches the app, with neither query nor slash at the end. An app in memory receives every webhook, whatever its
   * URL; with an answer URL as target, webhooks below `baseUrl` go to the origin of the answer URL.
   * @defaultValue 'https://app.example.com'; the origin of an answer URL
   */
  baseUrl?: string | undefined
  /**
   * The answer URL of an app in memory, absolute or below `baseUrl`.
   * @defaultValue '/answer'
   */
  answerUrl?: string | undefined
  /**
   * How the answer URL is asked.
   * @defaultValue 'GET'
   */
  answerMethod?: 'GET' | 'POST' | undefined
  /** The event URL of the application, absolute or below `baseUrl`. Absent: events that no action directs elsewhere are not sent. */
  eventUrl?: string | undefined
  /** The fallback URL of the application, absolute or below `baseUrl`. Absent: there is none. */
  fallbackUrl?: string | undefined
  /** Signs every webhook. Absent: they are not signed. */
  signature?: SigningOptions | undefined
  /** Says which deliveries fail, and how. Absent: none does. */
  faults?: Faults | undefined
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
  fallbackUrl: urlOrPath,
  signature: assertSigning,
  faults: may('a function', (value) => typeof value === 'function'),
}

/** An application of Vonage's, as the platform knows it. */
export interface Application {
  readonly answer: Target
  readonly events: Target
  readonly fallbackUrl: string | undefined
  /** Its only NCCO, if it is nothing but that. */
  readonly ncco: unknown
  readonly sign: Sign | undefined
  readonly faults: Faults | undefined
  /** Delivers a request; `undefined` if nobody receives any. */
  readonly deliver: Deliver | undefined
}

export async function toApplication(
  target: CallTarget | Promise<NccoNode>,
  options: ApplicationOptions,
): Promise<Application> {
  const { answerMethod = 'GET', answerUrl = '/answer', signature, faults } = options
  const origin = isUrl(target) ? toOrigin(String(target)) : undefined
  const { baseUrl = origin?.origin ?? 'https://app.example.com' } = options
  const base = baseUrl.replace(/\/$/, '')
  const absolute = (url: string) => (url.startsWith('/') ? base + url : url)
  const optional = (url: string | undefined) => (url === undefined ? undefined : absolute(url))
  const app = toApp(target)
  const isServed = app !== undefined || origin !== undefined
  return {
    answer: { url: origin?.href ?? absolute(answerUrl), method: answerMethod },
    events: { url: optional(options.eventUrl), method: 'POST' },
    fallbackUrl: optional(options.fallbackUrl),
    ncco: isServed ? undefined : await toNcco(target, 'What is dialled', dialled),
    sign: signature && (await makeSign(signature)),
    faults,
    deliver: app ?? (origin && ((request, limit) => fetchFrom(origin, base, request, limit))),
  }
}

function isUrl(target: unknown): target is string | URL {
  return typeof target === 'string' || target instanceof URL
}

/** @param limit how long the answer is waited for, in seconds */
type Deliver = (request: Request, limit: number) => Promise<Response>

function toApp(target: unknown): Deliver | undefined {
  if (typeof target === 'function') return inMemory((request) => target(request))
  const app = target as { fetch?: unknown } | null
  if (typeof app !== 'object' || typeof app?.fetch !== 'function') return undefined
  const served = app as { fetch(request: Request): Response | Promise<Response> }
  return inMemory((request) => served.fetch(request))
}

/** An app in memory. What it throws is what a server in front of it would make of it: status 500. */
function inMemory(handle: (request: Request) => unknown): Deliver {
  return async (request) => {
    try {
      const response = await handle(request)
      if (response instanceof Response) return response
      return new Response('The handler returned no Response.', { status: 500 })
    } catch (error) {
      return new Response(String(error), { status: 500 })
    }
  }
}

/** Over HTTP. An app that believes in its public base is asked where it really runs. */
function fetchFrom(origin: URL, base: string, request: Request, limit: number): Promise<Response> {
  const isOwn = request.url === base || request.url.startsWith(`${base}/`)
  const url = isOwn ? origin.origin + request.url.slice(new URL(base).origin.length) : request.url
  // What the platform does with a redirect is undocumented; it is not followed.
  // A moment after the limit, so that what is given up leaves no connection open.
  const signal = AbortSignal.timeout(limit * 1000 + 100)
  return fetch(new Request(url, request), { redirect: 'manual', signal })
}

const dialled =
  'an app with a fetch, a function from Request to Response, an answer URL, or an NCCO (an array of actions) or element'

/** An NCCO that is given as a value, or made of elements. */
export async function toNcco(value: unknown, option: string, expected: string): Promise<unknown> {
  const node = await value
  if (isJsonObject(node) && isElement(node)) return renderAsync(node)
  if (!Array.isArray(node)) return refuseOption(option, expected)
  const isPlain = node.every((entry) => isJsonObject(entry) && !isElement(entry))
  return isPlain ? node : renderAsync(node as NccoNode)
}

/** A URL that is dialled. */
function toOrigin(url: string): URL {
  if (isHttp(url)) return new URL(url)
  const expected = 'an http or https URL, such as http://localhost:3000/answer'
  return refuseOption('A URL that is dialled', expected)
}

function isHttp(url: unknown): boolean {
  return typeof url === 'string' && /^https?:\/\//.test(url) && URL.canParse(url)
}
