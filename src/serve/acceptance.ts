import type { Configuration } from './configuration'
import { serveError } from './errors'
import { sealParameter } from './receive'
import type { AcceptedRequest, ReceivedRequest } from './request'
import type { Seal } from './seal'
import { SignatureVerifier } from './signature'
import { toWebhook } from './to-webhook'

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
  async accept(request: ReceivedRequest): Promise<AcceptedRequest> {
    await this.#assertSigned(request)
    const params = await this.#openLink(request)
    const { content, url, route } = request
    const destination = { path: url.pathname, expected: route.kinds }
    return { ...request, phase: 'accepted', webhook: toWebhook(content, destination, params) }
  }

  async #assertSigned({ incoming, content }: ReceivedRequest): Promise<void> {
    if (!this.#signature) return
    const authorization = incoming.header('authorization')
    if (authorization === null) {
      throw serveError('missing-signature', { isDevelopment: this.#isDevelopment })
    }
    const why = await this.#signature.check(authorization, content.payload)
    if (why !== undefined) throw serveError('bad-signature', { why })
  }

  /** The params that the hook was called with. */
  async #openLink({ url, route }: ReceivedRequest): Promise<unknown> {
    const { hook } = route
    if (!hook) return undefined
    const { path, isOpen } = hook
    const sealed = url.searchParams.get(sealParameter)
    if (sealed === null) {
      if (!this.#seal || isOpen) return undefined
      throw serveError('bad-link', { path, why: 'it has no seal' })
    }
    const opened = this.#seal
      ? await this.#seal.open(this.#basePath + path, sealed)
      : { why: 'the app has no secret' }
    if ('why' in opened) throw serveError('bad-link', { path, why: opened.why })
    return opened.params
  }
}
