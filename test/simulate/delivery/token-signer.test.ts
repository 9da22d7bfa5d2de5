import fc from 'fast-check'
import jwt from 'jsonwebtoken'
import { describe, expect, it } from 'vitest'
import { makeSigner } from '../../../src/simulate/delivery/token-signer'

describe('a token', () => {
  const claim = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer())
  const claims = fc.dictionary(fc.constantFrom('api_key', 'iss', 'payload_hash', 'ä'), claim)

  it('is the same in the same thread and by WebCrypto, and is accepted by another library', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), claims, async (secret, given) => {
        const token = await makeSigner(secret).sign(given)
        expect(await makeSigner(secret, null).sign(given)).toBe(token)
        const { iat, ...read } = jwt.verify(token, secret) as jwt.JwtPayload
        expect(read).toStrictEqual({ ...given })
      }),
    )
  })
})
