import { simulatorError } from '../errors'
import type { ApiAnswer } from './answer'
import { problem } from './problems'

/** The owner of the tokens that are accepted. */
interface TokenOwner {
  /** The id of the application. */
  readonly id: string
  /** Its public key in PEM. `false`: no token is refused. */
  readonly publicKey: string | false
}

// "min 30 s, max 24 h after issue, default 15 min when absent"
const shortest = 30
const longest = 24 * 60 * 60
const usual = 15 * 60
// How far the clock of the application may be ahead; undocumented.
const tolerance = 30

/** Checks the tokens of requests: JWTs that the application signs with its private key. */
export class TokenCheck {
  readonly #owner: TokenOwner
  #jose: Promise<typeof import('jose')> | undefined
  #key: Promise<CryptoKey> | undefined

  constructor(owner: TokenOwner) {
    this.#owner = owner
  }

  /**
   * Checks the header `Authorization`. Returns the answer for a token that is refused.
   *
   * @throws SimulatorError `simulator-option` if the public key cannot be read
   */
  async refuse(authorization: string | null): Promise<ApiAnswer | undefined> {
    const { publicKey } = this.#owner
    if (publicKey === false) return undefined
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) return unauthorized('There is no bearer token.')
    // Only who is asked needs it. To look a module up again takes longer than to verify a token.
    this.#jose ??= import('jose')
    const jose = await this.#jose
    this.#key ??= jose.importSPKI(publicKey, 'RS256')
    const key = await this.#key.catch(() => {
      throw simulatorError('simulator-option', {
        option: 'application.publicKey',
        expected: publicKeyExpected,
      })
    })
    try {
      // The real time, because the application goes by it.
      const options = { algorithms: ['RS256'], clockTolerance: tolerance }
      return this.#refuseClaims((await jose.jwtVerify(token, key, options)).payload)
    } catch (error) {
      if (error instanceof jose.errors.JWTExpired) return expired()
      return unauthorized(reasonOf(error, jose))
    }
  }

  #refuseClaims({ application_id, iat, exp, jti }: Claims): ApiAnswer | undefined {
    const now = Date.now() / 1000
    if (typeof iat !== 'number') return unauthorized('The claim iat is missing.')
    if (typeof jti !== 'string' || jti === '') return unauthorized('The claim jti is missing.')
    if (application_id !== this.#owner.id) {
      return unauthorized('The claim application_id is not the id of the application.')
    }
    if (iat > now + tolerance) return unauthorized('The claim iat is in the future.')
    if ((exp ?? iat + usual) <= now) return expired()
    const lasts = (exp ?? iat + usual) - iat
    if (lasts >= shortest && lasts <= longest) return undefined
    return unauthorized('The claim exp must be 30 s to 24 h after iat.')
  }
}

interface Claims {
  readonly application_id?: unknown
  readonly iat?: unknown
  readonly exp?: number
  readonly jti?: unknown
}

/** The form of a public key. */
export const publicKeyExpected =
  'a public key in PEM, as the dashboard shows it: it begins with -----BEGIN PUBLIC KEY-----'

function expired(): ApiAnswer {
  return problem('jwt-expired', 'The token has expired.')
}

function unauthorized(detail: string): ApiAnswer {
  return problem('unauthorized', detail)
}

function reasonOf(error: unknown, { errors }: typeof import('jose')): string {
  if (error instanceof errors.JOSEAlgNotAllowed) return 'The algorithm of the token is not RS256.'
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'The token is not signed with the private key of the application.'
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'nbf' && error.reason === 'check_failed'
      ? 'The token is not valid yet: see its claim nbf.'
      : `The claim ${error.claim} is not valid.`
  }
  return 'The token is malformed.'
}
