import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { CompactEncrypt, compactDecrypt, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { makeCipher } from '../../src/serve/jwe'
import { makeVerifier } from '../../src/serve/jws'
import { nodePlatform } from '../../src/serve/node-crypto'
import { sha256 } from '../../src/serve/sha256'
import { otherSpellings } from '../support/base64url'

// The synchronous cryptography of Node against jose over WebCrypto, in both directions.

const secret = 'a secret of more than 32 characters, only for tests'
const purpose = 'test'
const encoder = new TextEncoder()

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
const edit = fc.record({
  at: fc.nat(400),
  by: fc.constantFrom(...alphabet),
  how: fc.constantFrom('replace', 'cut', 'add', 'drop'),
})

/** A token after an edit. */
function edited(token: string, { at, by, how }: { at: number; by: string; how: string }): string {
  const index = at % token.length
  const [before, after] = [token.slice(0, index), token.slice(index + 1)]
  if (how === 'replace') return before + by + after
  if (how === 'add') return before + by + token.slice(index)
  return how === 'cut' ? before : before + after
}

it('is synchronous on Node', () => {
  expect(nodePlatform()).not.toBeNull()
})

describe('a cipher', () => {
  const ours = makeCipher(secret, purpose)
  const theirs = makeCipher(secret, purpose, null)
  const texts = fc.string({ unit: 'binary', maxLength: 300 })

  it('decrypts what jose encrypted, and jose what it encrypted', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(ours.decrypt(await theirs.encrypt(text))).toBe(text)
        expect(await theirs.decrypt(await ours.encrypt(text))).toBe(text)
      }),
    )
  })

  it('refuses the same tokens as jose after any change', async () => {
    const tokens = [await ours.encrypt('["/chosen",1,{}]'), await theirs.encrypt('')]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tokens), edit, async (token, change) => {
        const altered = edited(token, change)
        fc.pre(altered !== token)
        expect([ours.decrypt(altered), await theirs.decrypt(altered)]).toStrictEqual([
          undefined,
          undefined,
        ])
      }),
    )
  })

  it('refuses other spellings of the same bytes, with jose too', async () => {
    const spellings = otherSpellings(await ours.encrypt('text'))
    expect(spellings.length).toBeGreaterThan(3)
    for (const spelling of spellings) {
      expect([ours.decrypt(spelling), await theirs.decrypt(spelling)]).toStrictEqual([
        undefined,
        undefined,
      ])
    }
  })

  it.each<[string, (text: string) => Promise<string>]>([
    [
      'with another key',
      async (text) =>
        makeCipher('another secret of more than 32 characters', purpose).encrypt(text),
    ],
    ['for another purpose', async (text) => makeCipher(secret, 'other').encrypt(text)],
    [
      'with another algorithm',
      (text) =>
        new CompactEncrypt(encoder.encode(text))
          .setProtectedHeader({ alg: 'dir', enc: 'A128GCM' })
          .encrypt(new Uint8Array(16)),
    ],
  ])('refuses what was encrypted %s', async (_, encrypt) => {
    const token = await encrypt('text')
    expect([ours.decrypt(token), await theirs.decrypt(token)]).toStrictEqual([undefined, undefined])
  })

  it('writes the standard form', async () => {
    const token = await ours.encrypt('text')
    const key = new Uint8Array(
      await crypto.subtle.deriveBits(
        {
          name: 'HKDF',
          hash: 'SHA-256',
          salt: new Uint8Array(),
          info: encoder.encode(purpose),
        },
        await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveBits']),
        256,
      ),
    )
    const { plaintext, protectedHeader } = await compactDecrypt(token, key)
    expect([new TextDecoder().decode(plaintext), protectedHeader]).toStrictEqual([
      'text',
      { alg: 'dir', enc: 'A256GCM' },
    ])
  })
})

describe('a verifier', () => {
  const ours = makeVerifier(secret)
  const theirs = makeVerifier(secret, null)
  const both = async (token: string) => [ours.verify(token), await theirs.verify(token)]
  const signed = (header: string, payload: string) => {
    const content = [header, payload]
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.')
    return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`
  }
  const claims = fc.dictionary(fc.string(), fc.jsonValue())

  it('gives the claims that jose signed, as jose does', async () => {
    await fc.assert(
      fc.asyncProperty(claims, async (claims) => {
        const json = JSON.parse(JSON.stringify(claims))
        const token = signed('{"alg":"HS256","typ":"JWT"}', JSON.stringify(claims))
        expect(await both(token)).toStrictEqual([json, json])
      }),
    )
    const token = await new SignJWT({ iss: 'Vonage' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(encoder.encode(secret))
    expect(ours.verify(token)).toStrictEqual({ iss: 'Vonage' })
  })

  it('refuses the same tokens as jose, and says the same of them', async () => {
    const token = signed('{"alg":"HS256","typ":"JWT"}', '{"iat":1,"iss":"Vonage"}')
    const header = fc.oneof(
      fc.json(),
      fc
        .constantFrom('HS256', 'hs256', 'HS384', 'none', 'RS256', '', null, 7, ['HS256'])
        .map((alg) => JSON.stringify({ alg })),
    )
    const tokens = fc.oneof(
      edit.map((change) => edited(token, change)),
      fc.tuple(header, fc.oneof(fc.json(), fc.string())).map(([a, b]) => signed(a, b)),
      fc.array(fc.base64String(), { maxLength: 5 }).map((parts) => parts.join('.')),
      fc.string(),
    )
    await fc.assert(
      fc.asyncProperty(tokens, async (token) => {
        const [found, expected] = await both(token)
        expect(found).toStrictEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses a critical extension, which it does not know', async () => {
    const token = signed('{"alg":"HS256","crit":["exp"],"exp":1}', '{}')
    expect(await both(token)).toStrictEqual(['the token is malformed', 'the token is malformed'])
  })
})

describe('the vectors of the standards', () => {
  const node = nodePlatform() ?? expect.unreachable('Node has cryptography of its own.')
  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

  it('hold for the signature of RFC 7515, appendix A.1', () => {
    // Its key is no text, which a secret is.
    const key = bytesOf(
      'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
    )
    const from = (text: string, encoding: 'base64url' | 'utf8') =>
      Buffer.from(text === 'the key' ? key : Buffer.from(text, encoding))
    const verifier = makeVerifier('the key', { ...node, Buffer: { ...node.Buffer, from } })
    const payload =
      'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
    const token = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${payload}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`
    expect(verifier.verify(token)).toStrictEqual({
      iss: 'joe',
      exp: 1300819380,
      'http://example.com/is_root': true,
    })
    // Appendix A.5: the same without a signature.
    expect(verifier.verify(`eyJhbGciOiJub25lIn0.${payload}.`)).toBe('its algorithm is not HS256')
  })

  it('hold for the content of RFC 7516, appendix A.1, and jose writes the same token', async () => {
    const key = new Uint8Array([
      ...[177, 161, 244, 128, 84, 143, 225, 115, 63, 180, 3, 255, 107, 154, 212, 246],
      ...[138, 7, 110, 91, 112, 46, 34, 105, 47, 130, 203, 46, 122, 234, 64, 252],
    ])
    const nonce = bytesOf('48V1_ALb6US04U3b')
    const crypto = {
      ...node.crypto,
      hkdfSync: () => key.slice().buffer,
      randomBytes: () => Buffer.from(nonce),
    }
    const text = 'The true sign of intelligence is not knowledge but imagination.'
    const token = await makeCipher(secret, purpose, { ...node, crypto }).encrypt(text)
    // The tag there covers another header, with the key encrypted.
    expect(token.split('.')[3]).toBe(
      '5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A',
    )
    const theirs = new CompactEncrypt(encoder.encode(text))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setInitializationVector(nonce)
    expect(token).toBe(await theirs.encrypt(key))
  })
})

describe('sha256', () => {
  it('gives what WebCrypto gives, also where it takes several steps', async () => {
    const node = nodePlatform() ?? expect.unreachable('Node has cryptography of its own.')
    const inSteps = { ...node, crypto: { ...node.crypto, hash: undefined } }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const copy = new Uint8Array(bytes)
        expect(sha256(copy)).toBe(await sha256(copy, null))
        expect(sha256(copy, inSteps)).toBe(sha256(copy))
      }),
    )
    expect(sha256(encoder.encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})
