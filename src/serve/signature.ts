import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import type { SignatureConfiguration } from './configuration'

/** How an app knows that a webhook comes from Vonage. */
export interface SignatureOptions {
  /** The signature secret of the account, from the dashboard; or, for several accounts, one for each `api_key`. */
  secret: string | Readonly<Record<string, string>>
  /** Refuse webhooks of other applications. Absent: any; but `undefined`, as a missing variable gives, is refused. */
  applicationId?: string
  /** Refuse tokens of other issuers; Vonage's say `Vonage`. Absent: any; but `undefined` is refused. */
  issuer?: string
  /**
   * The oldest token that is taken, in seconds since its `iat`. Vonage documents no figure, and a retry may carry an older token.
   * @defaultValue 300
   */
  maxAge?: number | undefined
  /**
   * What to do about the `payload_hash` of a GET, whose form the developer guide does not say: `ignore` it, refuse a wrong one
   * (`if-present`), or refuse a missing one too (`require`); both also refuse a query that names a parameter twice. Try it with a live call before you ask for more than `ignore`.
   * Of a POST it is always required.
   * @defaultValue 'ignore'
   */
  payloadHashOnGet?: 'ignore' | 'if-present' | 'require' | undefined
  /**
   * Says whether a token was seen before, and remembers it; it is then refused. Called last, for tokens that are otherwise right.
   * With several machines it needs a store that they share.
   *
   * @param jti the id of the token
   * @param seconds how long it must be remembered
   */
  seen?: ((jti: string, seconds: number) => boolean | Promise<boolean>) | undefined
}

/** What is signed: a body, or the query of a GET. */
export type Payload =
  | { readonly body: Uint8Array<ArrayBuffer> }
  | { readonly query: URLSearchParams; readonly own: string }

/** Says why a webhook is refused, or `undefined` for one that Vonage sent. */
export type CheckSignature = (
  authorization: string,
  payload: Payload,
) => Promise<string | undefined>

// Clocks differ.
const tolerance = 30

export function makeSignatureCheck(configuration: SignatureConfiguration): CheckSignature {
  const { applicationId, issuer, maxAge, payloadHashOnGet, seen } = configuration
  const keyOf = makeKeys(configuration.secret)

  return async (authorization, payload) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
    if (token === undefined) return 'the Authorization header holds no single token'
    // Side by side, because a platform does both outside its thread.
    const [claims, hashes] = await Promise.all([verify(token), hashesOf(payload)])
    if (typeof claims === 'string') return claims
    return (
      checkClaims(claims) ?? checkPayload(claims, payload, hashes) ?? (await checkReplay(claims))
    )
  }

  async function verify(token: string): Promise<JWTPayload | string> {
    try {
      const key = await keyOf(token)
      if (!key) return 'no secret is known for its api_key'
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        clockTolerance: tolerance,
      })
      return payload
    } catch (error) {
      if (error instanceof errors.JOSEAlgNotAllowed) return 'its algorithm is not HS256'
      if (error instanceof errors.JWTExpired) return 'it is too old'
      if (error instanceof errors.JWSSignatureVerificationFailed) return 'it does not fit the token'
      return 'the token is malformed'
    }
  }

  function checkClaims({ iat, jti, iss, application_id }: JWTPayload): string | undefined {
    const now = Date.now() / 1000
    if (typeof iat !== 'number') return 'the token has no iat'
    if (iat < now - maxAge - tolerance) return 'it is too old'
    if (iat > now + tolerance) return 'it is from the future'
    if (issuer !== undefined && iss !== issuer) return 'it is of another issuer'
    if (applicationId !== undefined && application_id !== applicationId) {
      return 'it is of another application'
    }
    if (seen && (typeof jti !== 'string' || jti === '')) return 'the token has no jti'
    return undefined
  }

  /** The hashes that the token may have for its payload; none where they are not looked at. */
  async function hashesOf(payload: Payload): Promise<readonly string[]> {
    if ('body' in payload) return [await sha256(payload.body)]
    return payloadHashOnGet === 'ignore' ? [] : hashesOfQuery(payload)
  }

  function checkPayload(
    { payload_hash: expected }: JWTPayload,
    payload: Payload,
    hashes: readonly string[],
  ): string | undefined {
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

  async function checkReplay({ jti }: JWTPayload): Promise<string | undefined> {
    const seconds = maxAge + 2 * tolerance
    return seen && (await seen(jti ?? '', seconds)) ? 'the token was used before' : undefined
  }
}

/** The key for a token: of the only secret, or of the account that the token names. */
function makeKeys(
  secret: SignatureOptions['secret'],
): (token: string) => Promise<CryptoKey | undefined> {
  const imported = new Map<string, Promise<CryptoKey>>()
  const toKey = (text: string) => {
    const known = imported.get(text) ?? importKey(text)
    imported.set(text, known)
    return known
  }
  return async (token) => {
    if (typeof secret === 'string') return toKey(secret)
    const { api_key: account } = decodeJwt(token)
    const known = typeof account === 'string' && Object.hasOwn(secret, account)
    return known ? toKey(secret[account] ?? '') : undefined
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
