import { makeElement, type NccoNode } from '../element/element'
import { abandon } from '../element/promise'
import type { Ncco } from '../render/flow'
import { renderServed } from '../render/render'
import { needOf } from './answers'
import type { Arrival } from './arrival'
import { originOf } from './base-url'
import { callContext } from './call'
import type { AppConsole } from './console'
import { makeToUrl } from './links'
import type { VoiceAppOptions } from './options'
import type { Call } from './props'
import type { Route } from './routes'
import type { Seal } from './seal'

interface Surroundings {
  readonly routes: ReadonlyMap<string, Route>
  readonly basePath: string
  readonly baseUrl: string | undefined
  readonly seal: Seal | undefined
  readonly log: AppConsole
}

/** Runs the flows of an app. */
export interface FlowRunner {
  /** The NCCO that answers a webhook; `undefined` where there is none to send. */
  run(call: Call, arrival: Arrival): Promise<Ncco | undefined>
  /** The NCCO of what `onError` returns, if the webhook takes one. */
  runOnError(error: unknown, call: Call, arrival: Arrival): Promise<Ncco | undefined>
  /** Whether an empty answer would end the call, or may. */
  mustAnswer(call: Call): boolean
}

export function makeFlowRunner(
  { trustProxy = false, onError, onWarning }: VoiceAppOptions,
  { baseUrl, log, ...links }: Surroundings,
): FlowRunner {
  const { Provider } = callContext()

  async function renderNode(
    node: NccoNode,
    call: Call,
    { incoming, url }: Arrival,
    mayBeEmpty: boolean,
  ): Promise<Ncco | undefined> {
    const base = baseUrl ?? originOf(incoming, url, trustProxy)
    const flow = makeElement(Provider, { value: call, children: node }, undefined)
    const ncco = await renderServed(
      flow,
      {
        onWarning(issue) {
          log.warned(issue)
          // A listener may be async, whatever its type says; its failure is not the flow's.
          new Promise((resolve) => resolve(onWarning?.(issue, call))).catch((error) =>
            log.callbackFailed('onWarning', error),
          )
        },
      },
      { toUrl: makeToUrl(links, base), mayBeEmpty },
    )
    if (ncco === undefined || needOf(call) !== 'none') return ncco
    log.unsent(url.pathname)
    return undefined
  }

  return {
    async run(call, arrival) {
      const { handler } = arrival.route
      if (!handler) return undefined
      const element = makeElement(handler, call, undefined)
      return renderNode(element, call, arrival, needOf(call) !== 'required')
    },
    async runOnError(error, call, arrival) {
      const node = await onError?.(error, call)
      if (node !== undefined && needOf(call) !== 'none') {
        return renderNode(node, call, arrival, true)
      }
      abandon(node)
      return undefined
    },
    mustAnswer: (call) => needOf(call) === 'required' || needOf(call) === 'expected',
  }
}
