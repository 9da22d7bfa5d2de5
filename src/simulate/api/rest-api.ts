import { isJsonObject } from '../../element/json'
import { parseUrl } from '../../options/parse-url'
import { fromRequest, type Incoming } from '../../serve/incoming'
import { mostBytes } from '../delivery/body'
import { RateLimit } from '../rate-limit'
import { type ApiAnswer, noContent } from './answer'
import { listCalls } from './call-list'
import { getCall } from './call-resource'
import { createCall } from './create-call'
import { sendDtmf, subscribeDtmf, unsubscribeDtmf } from './dtmf'
import { getFile, getTranscription } from './files'
import { modifyCall } from './modify-call'
import { Parameters } from './parameters'
import { startStream, startTalk, stopStream, stopTalk } from './play-audio'
import { internalError, problem } from './problems'
import { recordConversation } from './record-conversation'
import { recordLeg } from './record-leg'
import type { RestSide } from './rest-side'
import type { Route } from './route'
import { TokenCheck } from './token'

const routes: readonly Route[] = [
  ...[createCall, listCalls, getCall, modifyCall],
  ...[startTalk, stopTalk, startStream, stopStream],
  ...[sendDtmf, subscribeDtmf, unsubscribeDtmf],
  ...[recordConversation, recordLeg, getFile, getTranscription],
]

// "15 other REST requests/s"
const requestsPerSecond = 15

/** Answers the requests of an application: the Voice API v1. */
export class RestApi {
  readonly #side: RestSide
  readonly #token: TokenCheck
  readonly #requests: RateLimit | undefined

  constructor(side: RestSide, isLimited: boolean) {
    this.#side = side
    this.#token = new TokenCheck(side.settings)
    if (!isLimited) return
    this.#requests = new RateLimit(requestsPerSecond)
  }

  async fetch(request: Request): Promise<Response> {
    const { status, headers, body } = await this.#answer(fromRequest(request))
    return new Response(body, { status, headers })
  }

  /** The same without `Request` and `Response`. Never rejects. */
  async respond(incoming: Incoming): Promise<ApiAnswer> {
    try {
      return await this.#answer(incoming)
    } catch (error) {
      return internalError(error)
    }
  }

  async #answer(incoming: Incoming): Promise<ApiAnswer> {
    const refused = await this.#token.refuse(incoming.header('authorization'))
    if (refused) return refused
    const url = toUrl(incoming.url)
    const { method } = incoming
    const route = routes.find((one) => one.method === method && one.path.test(url.pathname))
    if (!route) return problem('not-found', 'Nothing is at this path.')
    if (this.#isOneTooMany(route)) return problem('rate-limit', tooMany)
    const body = route.hasBody ? await readJson(incoming) : new Parameters({})
    if (!(body instanceof Parameters)) return body
    const side = this.#side
    const application = await side.application()
    const id = decode(route.path.exec(url.pathname)?.[1] ?? '')
    let answer = noContent
    side.platform.happen(() => {
      answer = route.answer({ side, application, method, url, id, body })
    })
    return answer
  }

  #isOneTooMany({ makesCall }: Route): boolean {
    const { callRate, now } = this.#side.platform
    return (makesCall ? callRate : this.#requests)?.take(now) === false
  }
}

const tooMany =
  'Too many requests within one second of the clock of the platform. Let time pass with platform.wait(1), or make the platform with createPlatform({ limits: false }).'

/** The URL of a request, without the slash that a base URL with a final one doubles. */
function toUrl(text: string): URL {
  const url = parseUrl(text) ?? new URL('http://unreadable/')
  url.pathname = url.pathname.replace(/^\/{2,}/, '/')
  return url
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

async function readJson(incoming: Incoming): Promise<Parameters | ApiAnswer> {
  const type = incoming.header('content-type')
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type)) {
    return problem('unsupported-media-type', 'The content type must be application/json.')
  }
  const bytes = await incoming.body(mostBytes)
  if (!bytes || bytes.byteLength > mostBytes) {
    return problem('invalid-json', `The body is longer than ${mostBytes} bytes.`)
  }
  const value = parse(bytes)
  if (isJsonObject(value)) return new Parameters(value)
  return problem('invalid-json', 'The body must be a JSON object.')
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
