import { isElement, type NccoNode } from '../../element/element'
import { isJsonObject } from '../../element/json'
import { renderAsync } from '../../render/render'
import { refuseOption } from '../assert-options'
import { answeredBy, answerPathOf, type Deliver, toApp, type WebhookHandler } from './app-in-memory'
import { type ApplicationOptions, isHttp } from './application-options'
import { toAnswer } from './body'
import type { Faults } from './delivery-fault'
import { DialledServer } from './dialled-server'
import { elementPath, serveElement, toOnlyNcco } from './element-app'
import { ForeignUrls } from './foreign-urls'
import { toRequest } from './request'
import { makeSign, type Sign } from './signing'
import type { Target } from './target'

/**
 * The target of a call: an app; the answer URL of a server in any language; or an NCCO or element by itself, whose webhooks are not
 * answered.
 */
export type CallTarget = WebhookHandler | string | URL | readonly object[] | NccoNode

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
