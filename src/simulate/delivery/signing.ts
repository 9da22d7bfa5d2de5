import { SignJWT } from 'jose'
import { isJsonObject } from '../../element/json'
import type { AssertOption } from '../../issues/given-options'
import { type AssertionsOf, assertOptions, isText, refuseOption, text } from '../assert-options'

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
}

const signingAssertions: AssertionsOf<SigningOptions> = {
  secret: assertSecret,
  apiKey: (value) => text(value, 'signature.apiKey'),
  applicationId: (value) => text(value, 'signature.applicationId'),
}

export const assertSigning: AssertOption = (value, option) => {
  if (value === undefined) return
  if (!isJsonObject(value)) return refuseOption(option, 'an object with the signature secret')
  assertOptions(option, value, signingAssertions)
  assertSecret(value.secret)
}

function assertSecret(secret: unknown): void {
  if (!isText(secret)) refuseOption('signature.secret', 'a text that is not empty')
}

/** Makes the `Authorization` header for a payload: the body of a POST, or the query of a GET as JSON. */
export type Sign = (payload: string) => Promise<string>

export async function makeSign(options: SigningOptions): Promise<Sign> {
  const { secret, apiKey = 'simulated', applicationId } = options
  const key = await importKey(secret)
  return async (payload) => {
    const token = new SignJWT({
      payload_hash: await sha256(payload),
      api_key: apiKey,
      ...(applicationId !== undefined && { application_id: applicationId }),
    })
    return `Bearer ${await token
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      // Real time, because the app compares it with the clock of its machine.
      .setIssuedAt()
      .setIssuer('Vonage')
      // Random, because an app that refuses a repeated token may be called on many platforms.
      .setJti(crypto.randomUUID())
      .sign(key)}`
  }
}

const encoder = new TextEncoder()

function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
