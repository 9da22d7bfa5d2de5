import { readConfiguration } from './configuration'
import { fromRequest, type Incoming } from './incoming'
import type { VoiceAppOptions } from './options'
import { RequestPipeline } from './pipeline'
import { type Reply, toResponse } from './reply'

/** An app that answers webhooks. */
export interface VoiceApp {
  /** Answers a request. It never rejects. */
  fetch(this: void, request: Request): Promise<Response>
  /** The same without `Request` and `Response`, for platforms that have neither. It never rejects. */
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
  const pipeline = new RequestPipeline(readConfiguration(options))
  const respond: VoiceApp['respond'] = (incoming) => pipeline.respond(incoming)
  return {
    respond,
    fetch: async (request) => toResponse(await respond(fromRequest(request))),
  }
}
