import { abandon } from '../element/promise'
import type { Ncco } from '../render/flow'
import { readBaseUrl } from './base-url'
import { makeConsole } from './console'
import { ServeError, serveError } from './errors'
import { makeFlowRunner } from './flow'
import { fromRequest, type Incoming } from './incoming'
import { checkOptions, type VoiceAppOptions } from './options'
import { checkPath } from './paths'
import type { Call } from './props'
import { type Arrived, arrive, sealedParameter, toCall, usualLimit } from './receive'
import { empty, methods, type Reply, refuse, toReply, toResponse } from './reply'
import { makeRoutes, type Route } from './routes'
import { makeSeal, type Seal } from './seal'
import { makeSignatureCheck } from './signature'
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
  checkOptions(options)
  const { basePath = '', deadline = 4000, maxBody = usualLimit, signature, onError } = options
  if (basePath !== '') checkPath(basePath, 'The option basePath')
  const routes = makeRoutes(options)
  const seal = sealOf(options)
  const checkSignature = signature ? makeSignatureCheck(signature) : undefined
  const log = makeConsole(options)
  const flows = makeFlowRunner(options, {
    routes,
    basePath,
    baseUrl: readBaseUrl(options.baseUrl),
    seal,
    log,
  })
  if (signature === undefined) log.unsigned()
  // What `onError` needs, to answer within the deadline too.
  const reserve = onError ? Math.min(500, deadline / 4) : 0
  const late = (milliseconds: number) => serveError('deadline-exceeded', { milliseconds })
  const slow = () => serveError('body-too-slow', { milliseconds: deadline - reserve })

  async function respond(incoming: Incoming): Promise<Reply> {
    try {
      return await dispatch(incoming)
    } catch (error) {
      log.failed(error, false)
      return refuse(503)
    }
  }

  async function dispatch(incoming: Incoming): Promise<Reply> {
    const url = parse(incoming.url)
    if (!url) return refuse(400)
    const route = routeAt(url.pathname)
    if (!route) return refuse(404)
    switch (incoming.method) {
      case 'GET':
      case 'POST':
        return answer(incoming, url, route)
      case 'HEAD':
        return { ...(await answer(incoming, url, route)), body: null }
      case 'OPTIONS':
        return { ...empty, headers: { allow: methods } }
      default:
        return refuse(405)
    }
  }

  function routeAt(path: string): Route | undefined {
    return path.startsWith(basePath) ? routes.get(path.slice(basePath.length)) : undefined
  }

  async function answer(incoming: Incoming, url: URL, route: Route): Promise<Reply> {
    let hasArrived = false
    let call: Call | undefined
    const end = performance.now() + deadline
    const timer = new Timer(deadline - reserve, () => {
      if (hasArrived) return late(deadline - reserve)
      incoming.abandonBody?.()
      return slow()
    })
    try {
      const work = async () => {
        const arrived = await arrive(incoming, url, maxBody)
        hasArrived = true
        call = await accept(incoming, url, route, arrived)
        return timer.isOver ? undefined : flows.run(route, call, incoming, url)
      }
      return toReply(await timer.race(work()))
    } catch (error) {
      return await afterFailure(error, call, incoming, url, end)
    }
  }

  /** The webhook of a request, once it is known to come from Vonage and to be what the path expects. */
  async function accept(
    incoming: Incoming,
    url: URL,
    route: Route,
    { payload, fields }: Arrived,
  ): Promise<Call> {
    const why = await checkSignature?.(incoming.header('authorization'), payload)
    if (why !== undefined) throw serveError('bad-signature', { why })
    const params =
      route.hook === undefined ? undefined : await openLink(url, route.hook, route.isOpen)
    return toCall(fields(), url, route.kinds, params)
  }

  async function openLink(url: URL, path: string, isOpen: boolean): Promise<unknown> {
    const sealed = url.searchParams.get(sealedParameter)
    if (sealed === null) {
      if (!seal || isOpen) return undefined
      throw serveError('bad-link', { path, why: 'it has no seal' })
    }
    const opened = seal
      ? await seal.open(basePath + path, sealed)
      : { why: 'the app has no secret' }
    if ('why' in opened) throw serveError('bad-link', { path, why: opened.why })
    return opened.params
  }

  async function afterFailure(
    error: unknown,
    call: Call | undefined,
    incoming: Incoming,
    url: URL,
    end: number,
  ): Promise<Reply> {
    // A promise can be thrown too, and may fail when nobody waits for it.
    abandon(error)
    const status = call === undefined && error instanceof ServeError ? error.status : undefined
    log.failed(error, status !== undefined)
    const ncco = onError && (await fromOnError(error, call, incoming, url, end))
    if (ncco) return toReply(ncco)
    if (status !== undefined) return refuse(status)
    return call === undefined || flows.mustAnswer(call) ? refuse(503) : empty
  }

  /** What `onError` lets the caller hear; it has what is left of the deadline. */
  async function fromOnError(
    error: unknown,
    call: Call | undefined,
    incoming: Incoming,
    url: URL,
    end: number,
  ): Promise<Ncco | undefined> {
    const work = flows.runOnError(error, call, incoming, url)
    const failed = (another: unknown) => {
      abandon(another)
      // In development the console has it already; else onError alone should have heard of it.
      log.callbackFailed('onError', another, error)
      return undefined
    }
    // A refusal is not the caller's to hear, so it does not wait.
    if (call === undefined) {
      work.catch(failed)
      return undefined
    }
    const left = Math.max(reserve, end - performance.now())
    const timer = new Timer(left, () => late(Math.round(left)))
    return timer.race(work).catch(failed)
  }

  return {
    respond,
    fetch: async (request) => toResponse(await respond(fromRequest(request))),
  }
}

function sealOf({ secret, linkLifetime = 86_400 }: VoiceAppOptions): Seal | undefined {
  if (secret === undefined) return undefined
  const secrets = typeof secret === 'string' ? [secret] : secret
  if (secrets.some((text) => text.length < 32)) throw serveError('weak-secret', {})
  return makeSeal(secrets, linkLifetime)
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
