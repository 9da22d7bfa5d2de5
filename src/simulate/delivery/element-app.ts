import { Session } from '../../dialog/session'
import { sessionContext } from '../../dialog/session-context'
import { makeElement, type NccoNode } from '../../element/element'
import { andThen, type MaybePromise } from '../../element/maybe-promise'
import { NccoError } from '../../issues/ncco-error'
import { areDirectivesLoaded } from '../../render/directive'
import type { Ncco } from '../../render/ncco-action'
import { renderAsync, renderInOrder } from '../../render/render'
import { createVoiceApp } from '../../serve/app'
import type { Incoming } from '../../serve/incoming'
import { empty, type Reply } from '../../serve/reply'

/** A flow of the element that is dialled failed; its error is thrown to whoever acts in the call. */
export class FlowFailure extends Error {
  override readonly name = 'FlowFailure'
}

/** Where an element is asked for its NCCO, and where the answers to its questions arrive. */
export const elementPath = '/answer'

/**
 * The NCCO of an element; `undefined` if the element asks questions, so that only an app can serve it.
 *
 * @param now the time, in milliseconds since 1970
 */
export async function toOnlyNcco(node: NccoNode, now: () => number): Promise<Ncco | undefined> {
  if (!areDirectivesLoaded()) return renderAsync(node)
  // It cannot ask, so the walk ends where the first question stands.
  const session = new Session({
    trail: undefined,
    heard: undefined,
    toUrl: undefined,
    flowId: () => '',
    now,
    onWarning: () => {},
  })
  const { Provider } = sessionContext()
  const flow = makeElement(Provider, { value: session, children: node }, undefined)
  try {
    return await renderInOrder(flow)
  } catch (error) {
    if (error instanceof NccoError && error.code === 'dialog-without-secret') return undefined
    throw error
  }
}

/** Serves an element whose dialogs need an app. What goes wrong in it is thrown as a {@link FlowFailure}. */
export function serveElement(node: NccoNode): (request: Incoming) => MaybePromise<Reply> {
  let failed: { readonly error: unknown } | undefined
  const app = createVoiceApp({
    answer: () => node,
    secret: crypto.randomUUID() + crypto.randomUUID(),
    signature: false,
    development: false,
    onError(error, webhook) {
      if (webhook) failed ??= { error }
    },
  })
  return (request) => {
    // Whatever its actions send elsewhere is accepted, and answered with nothing.
    if (new URL(request.url).pathname !== elementPath) return empty
    return andThen(app.respond(request), (reply) => {
      if (!failed) return reply
      const { error } = failed
      failed = undefined
      throw new FlowFailure('The flow failed.', { cause: error })
    })
  }
}
