import { CompactEncrypt, compactDecrypt } from 'jose'
import { isCanonical } from './base64url'

/** What a link held: the params of a hook, or the turn of a dialog. */
export interface Opened {
  readonly params: unknown
  readonly turn: unknown
}

/** The encrypted content: the path, the expiry in Unix seconds, and the params of a hook; or `0` and the turn of a dialog. */
type Content = readonly [path: string, expires: number, params?: unknown, turn?: unknown]

/** Maximum length of a link. Vonage documents none; common servers and proxies allow 8,000 characters for the request line. */
export const maxLinkLength = 4000

const header = { alg: 'dir', enc: 'A256GCM' }

/** Seals the params of links, so that they can be neither read nor changed, and opens the seals of links that arrive. */
export class Seal {
  readonly #secrets: readonly [string, ...string[]]
  readonly #lifetime: number
  /** Derived when the first link needs them: some platforms refuse cryptography while a module is loaded. */
  #derived: Promise<readonly [CryptoKey, ...CryptoKey[]]> | undefined

  /**
   * @param secrets texts, newest first: the newest seals, all of them open
   * @param lifetime how long a link can be used, in seconds
   */
  constructor(secrets: readonly [string, ...string[]], lifetime: number) {
    this.#secrets = secrets
    this.#lifetime = lifetime
  }

  /**
   * @param path that the link leads to, with the base path of its app
   * @param held JSON: the params of a hook, or the turn of a dialog; neither for a link without params
   */
  async seal(path: string, held: { params?: string; turn?: string }): Promise<string> {
    const [newest] = await this.#keys()
    const { params, turn } = held
    const rest = turn !== undefined ? `,0,${turn}` : params !== undefined ? `,${params}` : ''
    const content = `[${JSON.stringify(path)},${now() + this.#lifetime}${rest}]`
    return await new CompactEncrypt(encoder.encode(content))
      .setProtectedHeader(header)
      .encrypt(newest)
  }

  /** What the link held, or why it is refused. */
  async open(path: string, sealed: string): Promise<Opened | { why: string }> {
    if (sealed.length > maxLinkLength) return { why: 'it is too long' }
    if (!sealed.split('.').every(isCanonical)) return { why: altered }
    for (const key of await this.#keys()) {
      const content = await decrypt(sealed, key)
      if (!content) continue
      const [sealedPath, expires, params, turn] = content
      if (sealedPath !== path) return { why: 'it is for another hook' }
      if (expires < now()) return { why: 'it is too old' }
      return { params, turn }
    }
    return { why: altered }
  }

  #keys(): Promise<readonly [CryptoKey, ...CryptoKey[]]> {
    const [newest, ...older] = this.#secrets
    this.#derived ??= Promise.all([toKey(newest), ...older.map(toKey)])
    return this.#derived
  }
}

const altered = 'it was altered, or sealed with another secret'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

async function decrypt(sealed: string, key: CryptoKey): Promise<Content | undefined> {
  try {
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    })
    return JSON.parse(decoder.decode(plaintext))
  } catch {
    return undefined
  }
}

/** A key of 256 bits that is used only for links, so that the secret may serve other purposes too. */
async function toKey(secret: string): Promise<CryptoKey> {
  const { subtle } = crypto
  const material = await subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, [
    'deriveKey',
  ])
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: encoder.encode('ncco-jsx link 1'),
  }
  return subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}
