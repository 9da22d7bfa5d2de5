import { andThen, type MaybePromise } from '../../element/maybe-promise'
import type { VoiceApp } from '../../serve/app'
import type { Incoming } from '../../serve/incoming'
import type { Reply } from '../../serve/reply'
import type { ReceivedAnswer } from './answer'
import { ofReply, toAnswer } from './body'
import type { Lateness } from './lateness'
import { type Outgoing, toIncoming, toRequest } from './request'
import { describeThrown } from './thrown'

/** Answers webhooks: an app with a `fetch`, or such a function. */
export type WebhookHandler =
  | {
      /** Answers a webhook. */
      fetch(request: Request): Response | Promise<Response>
    }
  | ((request: Request) => Response | Promise<Response>)

/** Brings a request to an app. */
export type Deliver = (request: Outgoing, lateness: Lateness) => MaybePromise<ReceivedAnswer>

/** Delivers to an app with a `fetch`, or to such a function; `undefined` for any other target. */
export function toApp(target: unknown): Deliver | undefined {
  if (typeof target === 'function') return inMemory((request) => target(request))
  const app = target as { fetch?: unknown } | null
  if (typeof app !== 'object' || typeof app?.fetch !== 'function') return undefined
  const respond = respondOf(app)
  if (respond) return answeredBy(respond)
  const served = app as { fetch(request: Request): Response | Promise<Response> }
  return inMemory((request) => served.fetch(request))
}

/** What answers without `Request` and `Response`. */
export function answeredBy(respond: (request: Incoming) => MaybePromise<Reply>): Deliver {
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

/** Where an app answers calls, unless its answer URL says otherwise. */
export function answerPathOf(target: unknown): string {
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
