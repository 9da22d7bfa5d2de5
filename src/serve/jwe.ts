import type { MaybePromise } from '../element/maybe-promise'
import { isCanonical } from './base64url'
import { type NodePlatform, nodePlatform, type SecretKey } from './node-crypto'

/** Encrypts texts in the compact form of JWE (RFC 7516) with `dir` and `A256GCM`, and decrypts them. */
export interface TextCipher {
  encrypt(text: string): MaybePromise<string>
  /** The text; `undefined` if it was altered, or encrypted with another key. */
  decrypt(token: string): MaybePromise<string | undefined>
}

/**
 * @param purpose the key is derived for it, so that the secret may serve other purposes too
 * @param node the platform's synchronous cryptography; `null`: WebCrypto, through `jose`
 */
export function makeCipher(
  secret: string,
  purpose: string,
  node: NodePlatform | null = nodePlatform(),
): TextCipher {
  return node ? new NodeCipher(secret, purpose, node) : new JoseCipher(secret, purpose)
}

const protectedHeader = { alg: 'dir', enc: 'A256GCM' } as const

class NodeCipher implements TextCipher {
  readonly #node: NodePlatform
  readonly #key: SecretKey
  /** The first part of every token, which is authenticated too. */
  readonly #header: string
  readonly #headerBytes: Uint8Array

  constructor(secret: string, purpose: string, node: NodePlatform) {
    const { crypto, Buffer } = node
    this.#node = node
    const bytes = new Uint8Array(crypto.hkdfSync('sha256', secret, '', purpose, 32))
    this.#key = crypto.createSecretKey(bytes)
    this.#header = Buffer.from(JSON.stringify(protectedHeader), 'utf8').toString('base64url')
    this.#headerBytes = Buffer.from(this.#header, 'utf8')
  }

  encrypt(text: string): string {
    const { crypto, Buffer } = this.#node
    const nonce = crypto.randomBytes(12)
    const cipher = crypto.createCipheriv('aes-256-gcm', this.#key, nonce)
    cipher.setAAD(this.#headerBytes)
    const content = cipher.update(Buffer.from(text, 'utf8'))
    // Gives no bytes: GCM is a stream cipher.
    cipher.final()
    const parts = [nonce, content, cipher.getAuthTag()]
    return `${this.#header}..${parts.map((part) => part.toString('base64url')).join('.')}`
  }

  decrypt(token: string): string | undefined {
    const parts = token.split('.')
    const [header, key, nonce = '', content = '', tag = ''] = parts
    // With `dir` the part of the encrypted key is empty.
    if (parts.length !== 5 || header !== this.#header || key !== '') return undefined
    if (!parts.every(isCanonical)) return undefined
    const { crypto, Buffer } = this.#node
    const bytesOf = (part: string) => Buffer.from(part, 'base64url')
    try {
      const options = { authTagLength: 16 }
      const decipher = crypto.createDecipheriv('aes-256-gcm', this.#key, bytesOf(nonce), options)
      decipher.setAAD(this.#headerBytes)
      decipher.setAuthTag(bytesOf(tag))
      const text = decipher.update(bytesOf(content))
      // Gives no bytes, but throws if anything was altered.
      decipher.final()
      return text.toString('utf8')
    } catch {
      return undefined
    }
  }
}

// Only the parts of jose that it needs: a bundler keeps all of what is imported when it is needed.
class JoseCipher implements TextCipher {
  readonly #secret: string
  readonly #purpose: string
  #key: Promise<CryptoKey> | undefined

  constructor(secret: string, purpose: string) {
    this.#secret = secret
    this.#purpose = purpose
  }

  async encrypt(text: string): Promise<string> {
    const { CompactEncrypt } = await import('jose/jwe/compact/encrypt')
    return new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader(protectedHeader)
      .encrypt(await this.#derived())
  }

  async decrypt(token: string): Promise<string | undefined> {
    if (!token.split('.').every(isCanonical)) return undefined
    const { compactDecrypt } = await import('jose/jwe/compact/decrypt')
    try {
      const { plaintext } = await compactDecrypt(token, await this.#derived(), {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      })
      return new TextDecoder().decode(plaintext)
    } catch {
      return undefined
    }
  }

  #derived(): Promise<CryptoKey> {
    this.#key ??= deriveKey(this.#secret, this.#purpose)
    return this.#key
  }
}

async function deriveKey(secret: string, purpose: string): Promise<CryptoKey> {
  const { subtle } = crypto
  const encoder = new TextEncoder()
  const material = await subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveKey',
  ])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encoder.encode(purpose),
  }
  return subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
