import type { Arrival } from './arrival'
import type { Configuration } from './configuration'
import { serveError } from './errors'
import type { Webhook } from './props'
import { type Arrived, sealedParameter, toWebhook } from './receive'
import type { Seal } from './seal'
import { makeSignatureCheck } from './signature'

/** Gives the webhook of a request, once it is known to come from Vonage and to be what the path expects; throws why it is refused. */
export type Accept = (arrival: Arrival, arrived: Arrived) => Promise<Webhook>

export function makeAcceptance(
  { basePath, signature }: Pick<Configuration, 'basePath' | 'signature'>,
  seal: Seal | undefined,
): Accept {
  const checkSignature = signature ? makeSignatureCheck(signature) : undefined

  async function assertSigned({ incoming }: Arrival, { payload }: Arrived): Promise<void> {
    if (!checkSignature) return
    const authorization = incoming.header('authorization')
    if (authorization === null) throw serveError('missing-signature', {})
    const why = await checkSignature(authorization, payload)
    if (why !== undefined) throw serveError('bad-signature', { why })
  }

  async function openLink({ url, route }: Arrival): Promise<unknown> {
    const { hook } = route
    if (!hook) return undefined
    const { path, isOpen } = hook
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

  return async (arrival, arrived) => {
    await assertSigned(arrival, arrived)
    const params = await openLink(arrival)
    return toWebhook(arrived, arrival.url, arrival.route.kinds, params)
  }
}
