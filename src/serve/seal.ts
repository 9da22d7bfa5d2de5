import { andThen, type MaybePromise } from '../element/maybe-promise'
import { makeCipher, type TextCipher } from './jwe'
import type { LinkFault } from './link-faults'
import { nodePlatform } from './node-crypto'

/** The content of a link: the params of a hook, or the turn of a dialog. */
export interface Opened {
  readonly params: unknown
  readonly turn: unknown
}

/** Why a link is refused. */
interface Refused {
  readonly fault: LinkFault
}

/** The encrypted content: the path, the expiry in Unix seconds, and the params of a hook; or `0` and the turn of a dialog. */
type Content = readonly [path: string, expires: number, params?: unknown, turn?: unknown]

/** Maximum length of a link. Vonage documents none; common servers and proxies allow 8,000 characters for the request line. */
export const maxLinkLength = 4000

const purpose = 'ncco-jsx link 1'

/** Seals the params of links, so that they can be neither read nor changed, and opens the seals of links that arrive. */
export class Seal {
  readonly #secrets: readonly [string, ...string[]]
  readonly #lifetime: number
  /** Made when the first link needs them: some platforms refuse cryptography while a module is loaded. */
  #ciphers: readonly [TextCipher, ...TextCipher[]] | undefined

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
  seal(path: string, held: { params?: string; turn?: string }): MaybePromise<string> {
    const [newest] = this.#all()
    const { params, turn } = held
    const rest = turn !== undefined ? `,0,${turn}` : params !== undefined ? `,${params}` : ''
    return newest.encrypt(`[${JSON.stringify(path)},${now() + this.#lifetime}${rest}]`)
  }

  /** Whether this platform seals without a promise. */
  get isImmediate(): boolean {
    return nodePlatform() !== null
  }

  /** The content of the link, or the reason why it is refused. */
  open(path: string, sealed: string): MaybePromise<Opened | Refused> {
    if (sealed.length > maxLinkLength) return { fault: 'too-long' }
    return this.#openWith(this.#all(), path, sealed)
  }

  #openWith(
    [cipher, ...older]: readonly TextCipher[],
    path: string,
    sealed: string,
  ): MaybePromise<Opened | Refused> {
    if (!cipher) return { fault: 'unreadable' }
    return andThen(cipher.decrypt(sealed), (text) =>
      text === undefined ? this.#openWith(older, path, sealed) : judge(JSON.parse(text), path),
    )
  }

  #all(): readonly [TextCipher, ...TextCipher[]] {
    const [newest, ...older] = this.#secrets
    this.#ciphers ??= [
      makeCipher(newest, purpose),
      ...older.map((secret) => makeCipher(secret, purpose)),
    ]
    return this.#ciphers
  }
}

function judge([sealedPath, expires, params, turn]: Content, path: string): Opened | Refused {
  if (sealedPath !== path) return { fault: 'other-path' }
  return expires < now() ? { fault: 'too-old' } : { params, turn }
}

function now(): number {
  return Math.floor(Date.now() / 1000)
}
