import { andThen, type MaybePromise } from '../element/maybe-promise'
import type { Configuration } from './configuration'
import { serveError } from './errors'
import type { AcceptedRequest, ReceivedRequest } from './request'
import type { Opened, Seal } from './seal'
import { SignatureVerifier } from './signature'
import { toWebhook } from './to-webhook'
import { openTurn } from './turn'

const answersToQuestions = ['input'] as const

/** Accepts requests that come from Vonage and carry a webhook that their path takes. */
export class Acceptance {
  readonly #basePath: string
  readonly #isDevelopment: boolean
  readonly #signature: SignatureVerifier | undefined
  readonly #seal: Seal | undefined

  constructor(
    {
      basePath,
      signature,
      isDevelopment,
    }: Pick<Configuration, 'basePath' | 'signature' | 'isDevelopment'>,
    seal: Seal | undefined,
  ) {
    this.#basePath = basePath
    this.#isDevelopment = isDevelopment
    this.#signature = signature && new SignatureVerifier(signature)
    this.#seal = seal
  }

  /** @throws ServeError why the request is refused */
  accept(request: ReceivedRequest): MaybePromise<AcceptedRequest> {
    return andThen(this.#assertSigned(request), () =>
      andThen(this.#openLink(request), (opened) => toAccepted(request, opened)),
    )
  }

  #assertSigned({ incoming, content }: ReceivedRequest): MaybePromise<void> {
    if (!this.#signature) return
    const authorization = incoming.header('authorization')
    if (authorization === null) {
      throw serveError('missing-signature', { isDevelopment: this.#isDevelopment })
    }
    return andThen(this.#signature.check(authorization, content.payload), (why) => {
      if (why !== undefined) throw serveError('bad-signature', { why })
    })
  }

  /** The params of the hook, or the turn of a dialog. A path of the app itself is linked only by questions. */
  #openLink({
    content: { sealed },
    route: { path, hook },
  }: ReceivedRequest): MaybePromise<Partial<Opened>> {
    if (sealed === undefined) {
      if (!hook || !this.#seal || hook.isOpen) return {}
      throw serveError('bad-link', { path, fault: 'no-seal' })
    }
    if (!hook && !this.#seal) return {}
    if (!this.#seal) throw serveError('bad-link', { path, fault: 'no-secret' })
    return andThen(this.#seal.open(this.#basePath + path, sealed), (opened) => {
      if ('fault' in opened) throw serveError('bad-link', { path, fault: opened.fault })
      if (hook || opened.turn !== undefined) return opened
      throw serveError('bad-link', { path, fault: 'other-path' })
    })
  }
}

function toAccepted(request: ReceivedRequest, { params, turn }: Partial<Opened>): AcceptedRequest {
  const { incoming, content, url, route } = request
  const expected = turn === undefined ? route.kinds : answersToQuestions
  const webhook = toWebhook(content, { path: url.pathname, expected }, params)
  const opened = turn === undefined ? undefined : openTurn(turn, route)
  return { phase: 'accepted', incoming, url, route, content, webhook, turn: opened }
}
