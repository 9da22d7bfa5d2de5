import { isJsonObject } from '../../element/json'
import { andThen, type MaybePromise } from '../../element/maybe-promise'
import type { AssertOption } from '../../issues/given-options'
import { sha256 } from '../../serve/sha256'
import {
  type AssertionsOf,
  assertOptions,
  callable,
  isText,
  refuseOption,
  text,
} from '../assert-options'
import { makeSigner } from './token-signer'

/**
 * How a platform signs its webhooks.
 *
 * @example
 * ```ts
 * const call = await dial(app, { signature: { secret: signatureSecret, apiKey: 'abcd1234' } })
 * ```
 */
export interface SigningOptions {
  /** The signature secret of the account; it appears in no transcript. */
  secret: string
  /**
   * The `api_key` claim.
   * @defaultValue 'simulated'
   */
  apiKey?: string | undefined
  /** The `application_id` claim. Absent: the token is without it. */
  applicationId?: string | undefined
  /**
   * The clock of the `iat` claim, in milliseconds since 1970. The app compares the claim with its own clock.
   * @defaultValue Date.now
   */
  now?: (() => number) | undefined
}

const signingAssertions: AssertionsOf<SigningOptions> = {
  secret: assertSecret,
  apiKey: (value) => text(value, 'signature.apiKey'),
  applicationId: (value) => text(value, 'signature.applicationId'),
  now: (value) => callable(value, 'signature.now'),
}

export const assertSigning: AssertOption = (value, option) => {
  if (value !== undefined) assertSigningOptions(value, option)
}

const assertSigningOptions: AssertOption = (value, option) => {
  if (!isJsonObject(value)) return refuseOption(option, 'an object with the signature secret')
  assertOptions(option, value, signingAssertions)
  assertSecret(value.secret)
}

function assertSecret(secret: unknown): void {
  if (!isText(secret)) refuseOption('signature.secret', 'a text that is not empty')
}

/**
 * Signs a webhook as the platform does: for webhooks that you make yourself, or that another program hands you to send.
 *
 * @returns a copy of the request, with the header `Authorization`
 * @throws SimulatorError `simulator-option`
 * @example
 * ```ts
 * const webhook = new Request('https://app.example.com/event', { method: 'POST', body: '{"status":"ringing"}' })
 * const signed = await signWebhook(webhook, { secret: signatureSecret })
 * const response = await app.fetch(signed)
 * ```
 */
export async function signWebhook(request: Request, options: SigningOptions): Promise<Request> {
  assertSigningOptions(options, 'The options of signWebhook()')
  const sign = makeSign(options)
  const payload =
    request.method === 'GET'
      ? payloadOf(new URL(request.url).searchParams)
      : await request.clone().text()
  const signed = request.clone()
  signed.headers.set('authorization', await sign(payload))
  return signed
}

/** What the signature of a GET covers. */
export function payloadOf(query: URLSearchParams): string {
  return JSON.stringify(Object.fromEntries(query))
}

/** Makes the `Authorization` header for a payload: the body of a POST, or the query of a GET as JSON. */
export type Sign = (payload: string) => MaybePromise<string>

export function makeSign(options: SigningOptions): Sign {
  const { secret, apiKey = 'simulated', applicationId, now = Date.now } = options
  const signer = makeSigner(secret)
  return (payload) =>
    andThen(sha256(encoder.encode(payload)), (payload_hash) => {
      const token = signer.sign({
        payload_hash,
        api_key: apiKey,
        ...(applicationId !== undefined && { application_id: applicationId }),
        // Real time by default, because the app compares it with the clock of its machine.
        iat: Math.floor(now() / 1000),
        iss: 'Vonage',
        // Random, because an app that refuses a repeated token may be called on many platforms.
        jti: crypto.randomUUID(),
      })
      return andThen(token, (text) => `Bearer ${text}`)
    })
}

const encoder = new TextEncoder()
