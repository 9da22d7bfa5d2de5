import { makeElement, type NccoNode } from '../element/element'
import { ignoreRejections } from '../element/promise'
import type { Ncco } from '../render/ncco'
import { renderServed } from '../render/render'
import { needOf } from './answers'
import type { Arrival } from './arrival'
import { originOf } from './base-url'
import type { Configuration } from './configuration'
import type { AppConsole } from './console'
import { makeToUrl } from './links'
import type { Webhook } from './props'
import type { Route } from './routes'
import type { Seal } from './seal'
import { webhookContext } from './use-webhook'

interface Surroundings {
  readonly routes: ReadonlyMap<string, Route>
  readonly basePath: string
  readonly seal: Seal | undefined
  readonly log: AppConsole
}

/** Runs the flows of an app. */
export interface FlowRunner {
  /** The NCCO that answers a webhook; `undefined` where there is none to send. */
  run(webhook: Webhook, arrival: Arrival): Promise<Ncco | undefined>
  /** The NCCO of what `onError` returns, if the webhook takes one. */
  runOnError(error: unknown, webhook: Webhook, arrival: Arrival): Promise<Ncco | undefined>
  /** Whether an empty answer would end the call, or may. */
  mustAnswer(webhook: Webhook): boolean
}

export function makeFlowRunner(
  {
    baseUrl,
    trustProxy,
    onError,
    onWarning,
  }: Pick<Configuration, 'baseUrl' | 'trustProxy' | 'onError' | 'onWarning'>,
  { log, ...links }: Surroundings,
): FlowRunner {
  const { Provider } = webhookContext()

  async function renderNode(
    node: NccoNode,
    webhook: Webhook,
    { incoming, url }: Arrival,
    mayBeEmpty: boolean,
  ): Promise<Ncco | undefined> {
    const base = baseUrl ?? originOf(incoming, url, trustProxy)
    const flow = makeElement(Provider, { value: webhook, children: node }, undefined)
    const ncco = await renderServed(
      flow,
      {
        onWarning(issue) {
          log.warned(issue)
          // A listener may be async, whatever its type says; its failure is not the flow's.
          new Promise((resolve) => resolve(onWarning?.(issue, webhook))).catch((error) =>
            log.callbackFailed('onWarning', error),
          )
        },
      },
      { toUrl: makeToUrl(links, base), mayBeEmpty },
    )
    if (ncco === undefined || needOf(webhook) !== 'none') return ncco
    log.unsent(url.pathname)
    return undefined
  }

  return {
    async run(webhook, arrival) {
      const { handler } = arrival.route
      if (!handler) return undefined
      const element = makeElement(handler, webhook, undefined)
      return renderNode(element, webhook, arrival, needOf(webhook) !== 'required')
    },
    async runOnError(error, webhook, arrival) {
      const node = await onError?.(error, webhook)
      if (node !== undefined && needOf(webhook) !== 'none') {
        return renderNode(node, webhook, arrival, true)
      }
      ignoreRejections(node)
      return undefined
    },
    mustAnswer: (webhook) => needOf(webhook) === 'required' || needOf(webhook) === 'expected',
  }
}
