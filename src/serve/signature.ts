import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import { isCanonical } from './base64url'
import type { SignatureConfiguration } from './configuration'

/** The signed content: a body, or the query of a GET. */
export type Payload =
  | { readonly body: Uint8Array<ArrayBuffer> }
  | { readonly query: URLSearchParams; readonly own: string }

// Clocks differ. In seconds.
const clockTolerance = 30

/** Verifies that webhooks come from Vonage. */
export class SignatureVerifier {
  readonly #configuration: SignatureConfiguration
  /** The key of each secret, imported when the first token needs it. */
  readonly #keys = new Map<string, Promise<CryptoKey>>()

  constructor(configuration: SignatureConfiguration) {
    this.#configuration = configuration
  }

  /** Why a webhook is refused; `undefined` for one that Vonage sent. */
  async check(authorization: string, payload: Payload): Promise<string | undefined> {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
    if (token === undefined) return 'the Authorization header does not hold a single token'
    if (!token.split('.').every(isCanonical)) return 'the token is malformed'
    // Side by side, because a platform does both outside its thread.
    const [claims, hashes] = await Promise.all([this.#verify(token), this.#hashesOf(payload)])
    if (typeof claims === 'string') return claims
    return (
      this.#checkClaims(claims) ??
      this.#checkPayload(claims, payload, hashes) ??
      (await this.#checkReplay(claims))
    )
  }

  async #verify(token: string): Promise<JWTPayload | string> {
    try {
      const key = await this.#keyOf(token)
      if (!key) return 'no secret is known for its api_key'
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        clockTolerance,
      })
      return payload
    } catch (error) {
      if (error instanceof errors.JOSEAlgNotAllowed) return 'its algorithm is not HS256'
      if (error instanceof errors.JWTExpired) return 'it is too old'
      if (error instanceof errors.JWSSignatureVerificationFailed) return 'it does not fit the token'
      return 'the token is malformed'
    }
  }

  /** The key for a token: that of the only secret, or of the account that the token names. */
  async #keyOf(token: string): Promise<CryptoKey | undefined> {
    const { secret } = this.#configuration
    if (typeof secret === 'string') return this.#import(secret)
    const { api_key: account } = decodeJwt(token)
    const isKnown = typeof account === 'string' && Object.hasOwn(secret, account)
    return isKnown ? this.#import(secret[account] ?? '') : undefined
  }

  #import(secret: string): Promise<CryptoKey> {
    const key = this.#keys.get(secret) ?? importKey(secret)
    this.#keys.set(secret, key)
    return key
  }

  #checkClaims({ iat, jti, iss, application_id }: JWTPayload): string | undefined {
    const { maxAge, issuer, applicationId, seen } = this.#configuration
    const now = Date.now() / 1000
    if (typeof iat !== 'number') return 'the token has no iat'
    if (iat < now - maxAge - clockTolerance) return 'it is too old'
    if (iat > now + clockTolerance) return 'it is from the future'
    if (issuer !== undefined && iss !== issuer) return 'it is of another issuer'
    if (applicationId !== undefined && application_id !== applicationId) {
      return 'it is of another application'
    }
    if (seen && (typeof jti !== 'string' || jti === '')) return 'the token has no jti'
    return undefined
  }

  /** The hashes that the token may have for its payload; empty if the hash is ignored. */
  async #hashesOf(payload: Payload): Promise<readonly string[]> {
    if ('body' in payload) return [await sha256(payload.body)]
    return this.#configuration.payloadHashOnGet === 'ignore' ? [] : hashesOfQuery(payload)
  }

  #checkPayload(
    { payload_hash: expected }: JWTPayload,
    payload: Payload,
    hashes: readonly string[],
  ): string | undefined {
    const { payloadHashOnGet } = this.#configuration
    const isBody = 'body' in payload
    if (!isBody && payloadHashOnGet === 'ignore') return undefined
    if (typeof expected !== 'string') {
      return isBody || payloadHashOnGet === 'require' ? 'the token has no payload_hash' : undefined
    }
    // The flow takes one value, the hash may be of another.
    if (!isBody && hasTwins(payload.query)) return 'the query names a parameter twice'
    const isRight = hashes.some((hash) => isEqual(hash, expected.toLowerCase()))
    return isRight ? undefined : 'the payload is not the one that was signed'
  }

  async #checkReplay({ jti }: JWTPayload): Promise<string | undefined> {
    const { seen, maxAge } = this.#configuration
    const seconds = maxAge + 2 * clockTolerance
    return seen && (await seen(jti ?? '', seconds)) ? 'the token was used before' : undefined
  }
}

const encoder = new TextEncoder()

function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify'])
}

/** An object of the parameters in the order sent, as JSON without spaces; with the app's own parameter, and without. */
async function hashesOfQuery({
  query,
  own,
}: {
  query: URLSearchParams
  own: string
}): Promise<string[]> {
  const all = [...query]
  const forms = [all, all.filter(([name]) => name !== own)]
  return Promise.all(
    forms.map((form) => sha256(encoder.encode(JSON.stringify(Object.fromEntries(form))))),
  )
}

function hasTwins(query: URLSearchParams): boolean {
  return new Set(query.keys()).size < query.size
}

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  let text = ''
  for (const byte of digest) text += hexOf[byte]
  return text
}

/** Takes the same time wherever two texts of one length differ. */
function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index++) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  }
  return difference === 0
}
