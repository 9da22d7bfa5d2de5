import type { NccoNode } from '../element/element'
import type { Link } from '../element/link'
import { andThen } from '../element/maybe-promise'
import type { RenderOptions } from '../render/ncco'
import type { Ncco } from '../render/ncco-action'
import { readConfiguration } from './configuration'
import { AppConsole } from './console'
import { serveError } from './errors'
import { FlowRunner } from './flow'
import { fromRequest, type Incoming } from './incoming'
import { LinkWriter } from './links'
import type { VoiceAppOptions } from './options'
import { RequestPipeline } from './pipeline'
import { type Reply, toResponse } from './reply'
import { Routes } from './routes'
import { Seal } from './seal'

/** An app that answers webhooks. */
export interface VoiceApp {
  /**
   * Answers a request. It never rejects.
   *
   * @throws ServeError `not-a-request` for a request of Node, Express or Fastify, which `toNodeHandler` of `ncco-jsx/node` takes
   */
  fetch(this: void, request: Request): Promise<Response>
  /**
   * The same without `Request` and `Response`, for platforms that have neither. It never rejects. The reply to a flow that waits for
   * nothing is returned at once.
   */
  respond(this: void, incoming: Incoming): Reply | Promise<Reply>
  /**
   * Writes a link as a whole URL, for use outside of a call: the `answer_url` of an outbound call, or a text message. The app needs a
   * `baseUrl`.
   *
   * @throws ServeError `no-base-url`, `not-a-link`, and those of a link in a flow
   * @example
   * ```tsx
   * const reminder = onAnswer('/reminder', ({ params }: AnswerWebhookProps<{ day: string }>) => (
   *   <Talk>Your appointment is on {params.day}.</Talk>
   * ))
   * const app = createVoiceApp({ answer: Answer, hooks: [reminder], baseUrl, secret, signature: false })
   * const answer_url = [await app.link(reminder({ day: 'Monday' }))]
   * ```
   */
  link(this: void, link: Link): Promise<string>
  /**
   * Renders a flow outside of a call, with its links and paths written as whole URLs: the `ncco` of an outbound call or of a transfer. It
   * needs a `baseUrl` if the flow has any.
   *
   * @param node the flow; its components may be async
   * @param options as of `renderAsync`
   * @throws NccoError with every issue found, if any is an error
   * @throws ServeError `no-base-url`, and those of a link in a flow
   */
  render(this: void, node: NccoNode | Promise<NccoNode>, options?: RenderOptions): Promise<Ncco>
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
  let app: VoiceServer | undefined
  const start = () => {
    app ??= new VoiceServer(options)
    return app
  }
  // A build of Next loads every route to look at it, without the secrets of the server: the first request starts the app then.
  if (!isNextBuild()) start()
  const voiceApp: VoiceApp = {
    fetch(request) {
      if (!isRequest(request)) throw serveError('not-a-request', {})
      return Promise.resolve(andThen(start().pipeline.respond(fromRequest(request)), toResponse))
    },
    respond: (incoming) => start().pipeline.respond(incoming),
    link: async (link) => start().links.link(link),
    render: async (node, options) => start().flows.render(node, options),
  }
  return Object.defineProperties(voiceApp, {
    [hookPaths]: { get: () => start().hookPaths },
    [answerPath]: { get: () => start().answerPath },
    [ownFetch]: { value: voiceApp.fetch },
  })
}

// A map of the app reads it, to tell which hooks no call reaches.
const hookPaths = Symbol.for('ncco-jsx.hook-paths')

// The simulator reads it: where the app answers calls, below its base path.
const answerPath = Symbol.for('ncco-jsx.answer-path')

// The simulator reads it: an app that still has its own fetch can be asked without a Request.
const ownFetch = Symbol.for('ncco-jsx.fetch')

/** Whether a value is a `Request`, perhaps of another realm or a polyfill. */
function isRequest(value: Request): boolean {
  const { headers, url } = (value ?? {}) as Partial<Request>
  return typeof url === 'string' && typeof headers?.get === 'function'
}

function isNextBuild(): boolean {
  const { process } = globalThis as { process?: { env?: { NEXT_PHASE?: string } } }
  return process?.env?.NEXT_PHASE === 'phase-production-build'
}

/** The parts of an app. */
class VoiceServer {
  readonly links: LinkWriter
  readonly flows: FlowRunner
  readonly pipeline: RequestPipeline
  /** The paths of the hooks, as URLs have them. */
  readonly hookPaths: readonly string[]
  /** The path of the answer URL. */
  readonly answerPath: string

  constructor(options: VoiceAppOptions) {
    const configuration = readConfiguration(options)
    const { secrets, linkLifetime } = configuration
    const console = new AppConsole(configuration)
    const routes = new Routes(configuration)
    this.answerPath = `${routes.basePath}/answer`
    this.hookPaths = routes.paths
      .filter((path) => routes.below(path)?.hook)
      .map((path) => routes.basePath + path)
    const seal = secrets && new Seal(secrets, linkLifetime)
    this.links = new LinkWriter(configuration, routes, seal)
    this.flows = new FlowRunner(configuration, this.links, console)
    this.pipeline = new RequestPipeline(configuration, { console, routes, seal, flows: this.flows })
    if (!configuration.signature && !configuration.isUnsignedOnPurpose) console.unsigned()
  }
}
