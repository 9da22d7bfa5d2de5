import type { MaybePromise } from '../element/maybe-promise'
import { isCanonical } from './base64url'
import { type NodePlatform, nodePlatform, type SecretKey } from './node-crypto'
import { isObject } from './webhooks/fields'

/** The claims of a token, as it has them. */
export type Claims = Readonly<Record<string, unknown>>

/** Verifies the signature of tokens in the compact form of JWS (RFC 7515) that are signed with HS256. */
export interface TokenVerifier {
  /** The claims of a token, or why it is refused. Does not check the claims. */
  verify(token: string): MaybePromise<Claims | string>
}

/** @param node the platform's synchronous cryptography; `null`: WebCrypto, through `jose` */
export function makeVerifier(
  secret: string,
  node: NodePlatform | null = nodePlatform(),
): TokenVerifier {
  return node ? new NodeVerifier(secret, node) : new JoseVerifier(secret)
}

const malformed = 'the token is malformed'
const wrongAlgorithm = 'its algorithm is not HS256'
const forged = 'it was made with another secret, or what it signs was altered'

class NodeVerifier implements TokenVerifier {
  readonly #node: NodePlatform
  readonly #key: SecretKey
  /** The header of the last token that was accepted. All tokens of Vonage have the same, which is then read once. */
  #header: string | undefined

  constructor(secret: string, node: NodePlatform) {
    this.#node = node
    this.#key = node.crypto.createSecretKey(node.Buffer.from(secret, 'utf8'))
  }

  verify(token: string): Claims | string {
    const parts = token.split('.')
    const [header = '', payload = '', signature = ''] = parts
    if (parts.length !== 3 || !parts.every(isCanonical)) return malformed
    const { crypto, Buffer } = this.#node
    if (header !== this.#header) {
      const { alg, crit } = parse(Buffer.from(header, 'base64url')) ?? {}
      if (typeof alg !== 'string' || alg === '' || crit !== undefined) return malformed
      if (alg !== 'HS256') return wrongAlgorithm
    }
    const expected = crypto.createHmac('sha256', this.#key).update(`${header}.${payload}`).digest()
    const given = Buffer.from(signature, 'base64url')
    // Takes the same time for all signatures of one length.
    const isRight = given.length === expected.length && crypto.timingSafeEqual(given, expected)
    if (!isRight) return forged
    this.#header = header
    return parse(Buffer.from(payload, 'base64url')) ?? malformed
  }
}

class JoseVerifier implements TokenVerifier {
  readonly #secret: string
  #key: Promise<CryptoKey> | undefined

  constructor(secret: string) {
    this.#secret = secret
  }

  async verify(token: string): Promise<Claims | string> {
    if (!token.split('.').every(isCanonical)) return malformed
    const [{ compactVerify }, errors] = await Promise.all([
      import('jose/jws/compact/verify'),
      import('jose/errors'),
    ])
    try {
      this.#key ??= importKey(this.#secret)
      const { payload } = await compactVerify(token, await this.#key, { algorithms: ['HS256'] })
      return parse(payload) ?? malformed
    } catch (error) {
      if (error instanceof errors.JOSEAlgNotAllowed) return wrongAlgorithm
      if (error instanceof errors.JWSSignatureVerificationFailed) return forged
      return malformed
    }
  }
}

function importKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const bytes = new TextEncoder().encode(secret)
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify'])
}

/** The object in a part of a token, which nobody has verified. */
export function readPart(part: string): Claims | undefined {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'))
    return parse(Uint8Array.from(binary, (byte) => byte.charCodeAt(0)))
  } catch {
    return undefined
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function parse(bytes: Uint8Array): Claims | undefined {
  try {
    const value = JSON.parse(decoder.decode(bytes))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
