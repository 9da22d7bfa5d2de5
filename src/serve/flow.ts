import { type DialogTurn, sessionContext } from '../dialog/session-context'
import { makeElement, type NccoNode } from '../element/element'
import { andThen, type MaybePromise } from '../element/maybe-promise'
import { ignoreRejections } from '../element/promise'
import type { Issue } from '../issues/issue'
import type { RenderOptions } from '../render/ncco'
import type { Ncco } from '../render/ncco-action'
import { renderServed, renderServedToString } from '../render/render'
import { needOf, needsSynchronous } from './answers'
import type { Configuration } from './configuration'
import type { AppConsole } from './console'
import type { Deadline } from './deadline'
import type { LinkWriter } from './links'
import type { Webhook } from './props'
import type { AcceptedRequest } from './request'
import { requestOrigin } from './request-url'
import { makeSession } from './session'
import { webhookContext } from './use-webhook'

type FlowConfiguration = Pick<Configuration, 'baseUrl' | 'trustProxy' | 'onError' | 'onWarning'>

/** How a node is rendered. */
interface Rendering {
  readonly mayBeEmpty: boolean
  readonly dialog: NonNullable<DialogTurn>
}

/** Runs the flows of an app. */
export class FlowRunner {
  readonly #configuration: FlowConfiguration
  readonly #links: LinkWriter
  readonly #console: AppConsole
  readonly #WebhookProvider = webhookContext().Provider
  readonly #DialogProvider = sessionContext().Provider

  constructor(configuration: FlowConfiguration, links: LinkWriter, console: AppConsole) {
    this.#configuration = configuration
    this.#links = links
    this.#console = console
  }

  /** The NCCO that answers a webhook, as JSON text; `undefined` for an empty answer. */
  run(request: AcceptedRequest, deadline: Deadline): MaybePromise<string | undefined> {
    const { webhook, turn, route } = request
    if (!route.handler) return undefined
    const element = makeElement(route.handler, turn?.root ?? webhook, undefined)
    const warn = (issue: Issue) => this.#warn(issue, webhook)
    const session = makeSession(request, this.#links, this.#baseOf(request), warn)
    const mayBeEmpty = needOf(webhook) !== 'required'
    const rendered = this.#render(element, request, deadline, { mayBeEmpty, dialog: session })
    return andThen(rendered, (ncco) => {
      session.end()
      return ncco
    })
  }

  /** The NCCO of the elements that `onError` returns, if the webhook takes one. */
  runOnError(
    error: unknown,
    request: AcceptedRequest,
    deadline: Deadline,
  ): MaybePromise<string | undefined> {
    const { webhook } = request
    return andThen(this.#configuration.onError?.(error, webhook), (node) => {
      if (node !== undefined && needOf(webhook) !== 'none' && !deadline.isOver) {
        return this.#render(node, request, deadline, { mayBeEmpty: true, dialog: 'in-on-error' })
      }
      ignoreRejections(node)
      return undefined
    })
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
        toUrlAtOnce: () => undefined,
        mayBeEmpty: false,
        mayAsk: false,
        isAbandoned: () => false,
      },
    )
    return ncco as Ncco
  }

  #render(
    node: NccoNode,
    request: AcceptedRequest,
    deadline: Deadline,
    { mayBeEmpty, dialog }: Rendering,
  ): MaybePromise<string | undefined> {
    const { url, route, webhook, turn } = request
    const base = this.#baseOf(request)
    const value = turn?.root ?? webhook
    const children = makeElement(this.#DialogProvider, { value: dialog, children: node }, undefined)
    const flow = makeElement(this.#WebhookProvider, { value, children }, undefined)
    const rendered = renderServedToString(
      flow,
      { onWarning: (issue) => this.#warn(issue, webhook) },
      {
        toUrl: (value, place) => this.#links.toUrl(value, place, base),
        toUrlAtOnce: (value, webhook) => this.#links.toUrlAtOnce(value, webhook, base),
        mayBeEmpty,
        mayAsk: dialog !== 'in-on-error' && dialog.canAsk,
        isAbandoned: () => deadline.isOver,
        onWait: (awaited) => {
          deadline.awaited = awaited
        },
      },
    )
    return andThen(rendered, (ncco) => {
      if (ncco === undefined) return undefined
      if (needOf(webhook) === 'none') {
        this.#console.unsent(url.pathname)
        return undefined
      }
      const isUnread = this.#links.eventLinks.isRead(route.path) === false
      if (isUnread && needsSynchronous(webhook)) this.#console.unread(url.pathname)
      return ncco
    })
  }

  /** The public base of the app, without a slash at the end. */
  #baseOf({ incoming, url }: AcceptedRequest): string {
    const { baseUrl, trustProxy } = this.#configuration
    return baseUrl ?? requestOrigin(incoming, url, trustProxy)
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
