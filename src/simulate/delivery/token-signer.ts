import type { MaybePromise } from '../../element/maybe-promise'
import { type NodePlatform, nodePlatform, type SecretKey } from '../../serve/node-crypto'

/** Signs claims as a token in the compact form of JWS (RFC 7515), with HS256. */
export interface TokenSigner {
  sign(claims: Readonly<Record<string, unknown>>): MaybePromise<string>
}

/** @param node the platform's synchronous cryptography; `null`: WebCrypto, through `jose` */
export function makeSigner(
  secret: string,
  node: NodePlatform | null = nodePlatform(),
): TokenSigner {
  return node ? new NodeSigner(secret, node) : new JoseSigner(secret)
}

const protectedHeader = { alg: 'HS256', typ: 'JWT' }

/** In the same thread. WebCrypto takes its turn in a thread of its own, for which many calls at once have to queue. */
class NodeSigner implements TokenSigner {
  readonly #node: NodePlatform
  readonly #key: SecretKey
  readonly #header: string

  constructor(secret: string, node: NodePlatform) {
    this.#node = node
    this.#key = node.crypto.createSecretKey(node.Buffer.from(secret, 'utf8'))
    this.#header = this.#encode(protectedHeader)
  }

  sign(claims: Readonly<Record<string, unknown>>): string {
    const signed = `${this.#header}.${this.#encode(claims)}`
    const mac = this.#node.crypto.createHmac('sha256', this.#key).update(signed)
    return `${signed}.${mac.digest('base64url')}`
  }

  #encode(value: object): string {
    return this.#node.Buffer.from(JSON.stringify(value), 'utf8').toString('base64url')
  }
}

class JoseSigner implements TokenSigner {
  readonly #key: Promise<CryptoKey>

  constructor(secret: string) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const bytes = new TextEncoder().encode(secret)
    this.#key = crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  }

  async sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { SignJWT } = await import('jose')
    return new SignJWT(claims).setProtectedHeader(protectedHeader).sign(await this.#key)
  }
}
