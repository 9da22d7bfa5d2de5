import { CompactEncrypt, compactDecrypt } from 'jose'

/** Seals the params of links, and opens what arrives with them. */
export interface Seal {
  /**
   * The params in a form that can be neither read nor changed, for the hook at this path, with the base path of its app.
   *
   * @param params JSON; absent for a link without any
   */
  seal(path: string, params: string | undefined): Promise<string>
  /** The params, or why they are refused. */
  open(path: string, sealed: string): Promise<{ params: unknown } | { why: string }>
}

/** What is encrypted: the path it is for, when it ends in Unix seconds, and the params. */
type Content = readonly [path: string, expires: number, params?: unknown]

/** The most characters of a link. What Vonage takes is undocumented; servers and proxies take 8,000 of a whole request line. */
export const longestLink = 4000

const header = { alg: 'dir', enc: 'A256GCM' }

/**
 * @param secrets texts, newest first: the newest seals, all of them open
 * @param lifetime how long a link can be used, in seconds
 */
export function makeSeal(secrets: readonly [string, ...string[]], lifetime: number): Seal {
  // Derived once, when the first link needs it: some platforms refuse cryptography while a module is loaded.
  let derived: Promise<readonly [CryptoKey, ...CryptoKey[]]> | undefined
  const keys = () => {
    const [newest, ...older] = secrets
    derived ??= Promise.all([toKey(newest), ...older.map(toKey)])
    return derived
  }
  return {
    async seal(path, params) {
      const [newest] = await keys()
      const rest = params === undefined ? '' : `,${params}`
      const content = `[${JSON.stringify(path)},${now() + lifetime}${rest}]`
      return await new CompactEncrypt(encoder.encode(content))
        .setProtectedHeader(header)
        .encrypt(newest)
    },
    async open(path, sealed) {
      if (sealed.length > longestLink) return { why: 'it is too long' }
      for (const key of await keys()) {
        const content = await decrypt(sealed, key)
        if (!content) continue
        const [meant, expires, params] = content
        if (meant !== path) return { why: 'it is for another hook' }
        if (expires < now()) return { why: 'it is too old' }
        return { params }
      }
      return { why: 'it was altered, or sealed with another secret' }
    },
  }
}

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

/** A key of 256 bits for this purpose alone, so that the secret may serve other purposes too. */
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
