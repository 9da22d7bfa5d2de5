import { makeAcceptance } from './acceptance'
import type { Arrival } from './arrival'
import { parseUrl } from './base-url'
import { readConfiguration } from './configuration'
import { makeConsole } from './console'
import { serveError } from './errors'
import { makeFailureAnswers } from './failure'
import { makeFlowRunner } from './flow'
import { fromRequest, type Incoming } from './incoming'
import type { VoiceAppOptions } from './options'
import type { Webhook } from './props'
import { arrive } from './receive'
import { empty, methods, type Reply, refuse, toReply, toResponse } from './reply'
import { findMeant, makeRoutes, routeAt } from './routes'
import { makeSeal } from './seal'
import { Timer } from './timer'

/** An app that answers webhooks. */
export interface VoiceApp {
  /** Answers a request. It never rejects. */
  fetch(this: void, request: Request): Promise<Response>
  /** The same without `Request` and `Response`, for adapters of platforms that have neither. It never rejects. */
  respond(this: void, incoming: Incoming): Promise<Reply>
}

/**
 * Makes an app that answers Vonage's webhooks with flows: `/answer`, `/fallback`, `/event`, and the path of every hook.
 *
 * Its `fetch` takes a `Request` and gives a `Response`, which is what Bun, Deno, Cloudflare Workers, Hono and Next route handlers call;
 * `toNodeHandler` of `ncco-jsx/node` does the same for Node, Express and Fastify.
 *
 * @throws ServeError `bad-option`, `bad-path`, `path-taken`, `weak-secret`
 * @example
 * ```tsx
 * const app = createVoiceApp({
 *   answer: ({ from }: AnswerProps) => <Talk>Hello {from}</Talk>,
 *   signature: { secret: signatureSecret },
 * })
 * const response = await app.fetch(request)
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/webhook-reference
 */
export function createVoiceApp(options: VoiceAppOptions): VoiceApp {
  const configuration = readConfiguration(options)
  const { basePath, deadline, onErrorReserve, maxBody, signature } = configuration
  const routes = makeRoutes(configuration)
  const { secrets, linkLifetime } = configuration
  const seal = secrets && makeSeal(secrets, linkLifetime)
  const accept = makeAcceptance(configuration, seal)
  const log = makeConsole(configuration)
  const flows = makeFlowRunner(configuration, { routes, basePath, seal, log })
  const failures = makeFailureAnswers(configuration, { flows, log })
  if (!signature && !configuration.isUnsignedOnPurpose) log.unsigned()
  const milliseconds = deadline - onErrorReserve

  async function respond(incoming: Incoming): Promise<Reply> {
    try {
      return await dispatch(incoming)
    } catch (error) {
      log.failed(error)
      return refuse(503)
    }
  }

  async function dispatch(incoming: Incoming): Promise<Reply> {
    const url = parseUrl(incoming.url)
    if (!url) return failures.refuse(serveError('unreadable-url', {}))
    const route = routeAt(routes, basePath, url.pathname)
    if (!route) {
      const astray = findMeant(routes, basePath, url.pathname)
      return failures.refuse(serveError('unknown-path', astray))
    }
    switch (incoming.method) {
      case 'GET':
      case 'POST':
        return answer({ incoming, url, route })
      case 'HEAD':
        return { ...(await answer({ incoming, url, route })), body: null }
      case 'OPTIONS':
        return { ...empty, headers: { allow: methods } }
      default:
        return failures.refuse(serveError('unknown-method', { path: url.pathname }))
    }
  }

  async function answer(arrival: Arrival): Promise<Reply> {
    const { incoming, url } = arrival
    let hasArrived = false
    let webhook: Webhook | undefined
    const end = performance.now() + deadline
    const timer = new Timer(milliseconds, () => {
      if (!hasArrived) {
        incoming.abandonBody?.()
        return serveError('body-too-slow', { milliseconds })
      }
      const isAsking = webhook === undefined && signature && signature.seen
      return serveError(isAsking ? 'seen-too-slow' : 'deadline-exceeded', { milliseconds })
    })
    const work = async () => {
      const arrived = await arrive(incoming, url, maxBody)
      hasArrived = true
      webhook = await accept(arrival, arrived)
      return timer.isOver ? undefined : flows.run(webhook, arrival)
    }
    try {
      return toReply(await timer.race(work()))
    } catch (error) {
      if (webhook === undefined) return failures.refuse(error)
      const left = Math.max(onErrorReserve, end - performance.now())
      return failures.answer({ error, webhook, arrival, left })
    }
  }

  return {
    respond,
    fetch: async (request) => toResponse(await respond(fromRequest(request))),
  }
}
