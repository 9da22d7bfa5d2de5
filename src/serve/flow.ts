import { makeElement, type NccoNode } from '../element/element'
import { ignoreRejections } from '../element/promise'
import type { Issue } from '../issues/issue'
import type { Ncco, RenderOptions } from '../render/ncco'
import { renderServed } from '../render/render'
import { needOf, needsSynchronous } from './answers'
import type { Configuration } from './configuration'
import type { AppConsole } from './console'
import type { Deadline } from './deadline'
import type { LinkWriter } from './links'
import type { Webhook } from './props'
import type { AcceptedRequest } from './request'
import { requestOrigin } from './request-url'
import { webhookContext } from './use-webhook'

type FlowConfiguration = Pick<Configuration, 'baseUrl' | 'trustProxy' | 'onError' | 'onWarning'>

/** Runs the flows of an app. */
export class FlowRunner {
  readonly #configuration: FlowConfiguration
  readonly #links: LinkWriter
  readonly #console: AppConsole
  readonly #Provider = webhookContext().Provider

  constructor(configuration: FlowConfiguration, links: LinkWriter, console: AppConsole) {
    this.#configuration = configuration
    this.#links = links
    this.#console = console
  }

  /** The NCCO that answers a webhook; `undefined` for an empty answer. */
  async run(request: AcceptedRequest, deadline: Deadline): Promise<Ncco | undefined> {
    const { webhook, route } = request
    if (!route.handler) return undefined
    const element = makeElement(route.handler, webhook, undefined)
    return this.#render(element, request, needOf(webhook) !== 'required', deadline)
  }

  /** The NCCO of the elements that `onError` returns, if the webhook takes one. */
  async runOnError(
    error: unknown,
    request: AcceptedRequest,
    deadline: Deadline,
  ): Promise<Ncco | undefined> {
    const { webhook } = request
    const node = await this.#configuration.onError?.(error, webhook)
    if (node !== undefined && needOf(webhook) !== 'none' && !deadline.isOver) {
      return this.#render(node, request, true, deadline)
    }
    ignoreRejections(node)
    return undefined
  }

  /** The NCCO of a flow outside of a call. */
  async render(
    node: NccoNode | Promise<NccoNode>,
    { onWarning, ...options }: RenderOptions = {},
  ): Promise<Ncco> {
    const warn = onWarning ?? ((issue: Issue) => this.#console.warned(issue, false))
    const ncco = await renderServed(
      node,
      { ...options, onWarning: warn },
      {
        toUrl: (value, place) => this.#links.toUrl(value, place, this.#configuration.baseUrl),
        mayBeEmpty: false,
        isAbandoned: () => false,
      },
    )
    return ncco as Ncco
  }

  async #render(
    node: NccoNode,
    { incoming, url, route, webhook }: AcceptedRequest,
    mayBeEmpty: boolean,
    deadline: Deadline,
  ): Promise<Ncco | undefined> {
    const { baseUrl, trustProxy } = this.#configuration
    const base = baseUrl ?? requestOrigin(incoming, url, trustProxy)
    const flow = makeElement(this.#Provider, { value: webhook, children: node }, undefined)
    const ncco = await renderServed(
      flow,
      { onWarning: (issue) => this.#warn(issue, webhook) },
      {
        toUrl: (value, place) => this.#links.toUrl(value, place, base),
        mayBeEmpty,
        isAbandoned: () => deadline.isOver,
      },
    )
    if (ncco === undefined) return undefined
    if (needOf(webhook) === 'none') {
      this.#console.unsent(url.pathname)
      return undefined
    }
    const isUnread = this.#links.eventLinks.isRead(route.path) === false
    if (isUnread && needsSynchronous(webhook)) this.#console.unread(url.pathname)
    return ncco
  }

  #warn(issue: Issue, webhook: Webhook): void {
    const { onWarning } = this.#configuration
    this.#console.warned(issue, onWarning !== undefined)
    // A listener may be async, whatever its type says; its failure is not the flow's.
    new Promise((resolve) => resolve(onWarning?.(issue, webhook))).catch((error) =>
      this.#console.callbackFailed('onWarning', error),
    )
  }
}
