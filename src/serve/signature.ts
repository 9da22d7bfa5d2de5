import { andThen, type MaybePromise } from '../element/maybe-promise'
import type { SignatureConfiguration } from './configuration'
import { type Claims, makeVerifier, readPart, type TokenVerifier } from './jws'
import { sha256 } from './sha256'

/** The signed content: a body, or the query of a GET. */
export type Payload =
  | { readonly body: Uint8Array<ArrayBuffer> }
  | { readonly query: URLSearchParams; readonly own: string }

// Clocks differ. In seconds.
const clockTolerance = 30

/** Verifies that webhooks come from Vonage. */
export class SignatureVerifier {
  readonly #configuration: SignatureConfiguration
  /** For each secret, made when the first token needs it. */
  readonly #verifiers = new Map<string, TokenVerifier>()

  constructor(configuration: SignatureConfiguration) {
    this.#configuration = configuration
  }

  /** Why a webhook is refused; `undefined` for one that Vonage sent. */
  check(authorization: string, payload: Payload): MaybePromise<string | undefined> {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
    if (token === undefined) return 'the Authorization header does not hold a single token'
    return andThen(this.#verify(token), (claims) => {
      if (typeof claims === 'string') return claims
      const why = this.#checkClaims(claims)
      if (why !== undefined) return why
      return andThen(this.#checkPayload(claims, payload), (why) => why ?? this.#checkReplay(claims))
    })
  }

  #verify(token: string): MaybePromise<Claims | string> {
    const verifier = this.#verifierFor(token)
    return verifier ? verifier.verify(token) : 'no secret is known for its api_key'
  }

  /** The verifier for a token: that of the only secret, or of the account that the token names. */
  #verifierFor(token: string): TokenVerifier | undefined {
    const { secret } = this.#configuration
    if (typeof secret === 'string') return this.#verifierOf(secret)
    const { api_key: account } = readPart(token.split('.')[1] ?? '') ?? {}
    const isKnown = typeof account === 'string' && Object.hasOwn(secret, account)
    return isKnown ? this.#verifierOf(secret[account] ?? '') : undefined
  }

  #verifierOf(secret: string): TokenVerifier {
    const verifier = this.#verifiers.get(secret) ?? makeVerifier(secret)
    this.#verifiers.set(secret, verifier)
    return verifier
  }

  #checkClaims({ iat, exp, nbf, jti, iss, application_id }: Claims): string | undefined {
    const { maxAge, issuer, applicationId, seen } = this.#configuration
    const now = Date.now() / 1000
    if (typeof iat !== 'number') return 'the token has no iat'
    if (!isTime(exp) || !isTime(nbf)) return 'the token is malformed'
    if (exp !== undefined && exp <= now - clockTolerance) return 'it is too old'
    if (nbf !== undefined && nbf > now + clockTolerance) return 'it is from the future'
    if (iat < now - maxAge - clockTolerance) return 'it is too old'
    if (iat > now + clockTolerance) return 'it is from the future'
    if (issuer !== undefined && iss !== issuer) return 'it is of another issuer'
    if (applicationId !== undefined && application_id !== applicationId) {
      return 'it is of another application'
    }
    if (seen && (typeof jti !== 'string' || jti === '')) return 'the token has no jti'
    return undefined
  }

  #checkPayload(
    { payload_hash: expected }: Claims,
    payload: Payload,
  ): MaybePromise<string | undefined> {
    const { payloadHashOnGet } = this.#configuration
    const isBody = 'body' in payload
    if (!isBody && payloadHashOnGet === 'ignore') return undefined
    if (typeof expected !== 'string') {
      return isBody || payloadHashOnGet === 'require' ? 'the token has no payload_hash' : undefined
    }
    // The flow takes one value, the hash may be of another.
    if (!isBody && hasTwins(payload.query)) return 'the query names a parameter twice'
    const hash = expected.toLowerCase()
    const isRight = isBody
      ? andThen(sha256(payload.body), (found) => isEqual(found, hash))
      : hasQueryHash(payload, hash)
    return andThen(isRight, (isRight) =>
      isRight ? undefined : 'the payload is not the one that was signed',
    )
  }

  #checkReplay({ jti }: Claims): MaybePromise<string | undefined> {
    const { seen, maxAge } = this.#configuration
    if (!seen) return undefined
    return andThen(seen(String(jti), maxAge + 2 * clockTolerance), (wasSeen) =>
      wasSeen ? 'the token was used before' : undefined,
    )
  }
}

function isTime(claim: unknown): claim is number | undefined {
  return claim === undefined || typeof claim === 'number'
}

const encoder = new TextEncoder()

/** Whether the hash is that of an object of the parameters in the order sent, as JSON without spaces; with the app's own parameter, or without. */
function hasQueryHash(
  { query, own }: Extract<Payload, { query: unknown }>,
  hash: string,
): MaybePromise<boolean> {
  const all = [...query]
  const hasHash = (parameters: readonly [string, string][]) => {
    const json = JSON.stringify(Object.fromEntries(parameters))
    return andThen(sha256(encoder.encode(json)), (found) => isEqual(found, hash))
  }
  return andThen(
    hasHash(all),
    (isRight) => isRight || hasHash(all.filter(([name]) => name !== own)),
  )
}

function hasTwins(query: URLSearchParams): boolean {
  return new Set(query.keys()).size < query.size
}

/** Takes the same time wherever two texts of one length differ. */
function isEqual(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index++) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  }
  return difference === 0
}
