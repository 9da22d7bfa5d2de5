import jwt from 'jsonwebtoken'
import { createPlatform, type RestApplicationOptions } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { failure } from '../../support/failure'
import { applicationId, ask, otherKeys, publicKey, restPlatform, token } from '../../support/rest'

const now = () => Math.floor(Date.now() / 1000)

async function list(authorization: string | undefined) {
  const headers = authorization === undefined ? { authorization: '' } : { authorization }
  const { status, body } = await ask(restPlatform(), 'GET', '/v1/calls', undefined, headers)
  return { status, type: body.type, detail: body.detail }
}

describe('a token is accepted', () => {
  it.each([
    ['without exp, as the .NET SDK makes it', { exp: undefined }],
    ['that lasts for 24 hours', { exp: now() + 24 * 60 * 60 }],
    ['that lasts for half a minute', { iat: now(), exp: now() + 30 }],
    ['of a machine whose clock is a little ahead', { iat: now() + 20, exp: now() + 200 }],
    ['that is valid by now', { nbf: now() - 5 }],
    ['with sub and acl', { sub: 'ada', acl: { paths: { '/*/calls/**': {} } } }],
  ])('%s', async (_, claims) => {
    expect((await list(`Bearer ${token(claims)}`)).status).toBe(200)
  })

  it('whose scheme is in small letters', async () => {
    expect((await list(`bearer ${token()}`)).status).toBe(200)
  })
})

describe('without a public key', () => {
  it.each([undefined, 'Bearer something'])('no token is looked at: %s', async (authorization) => {
    const platform = createPlatform({
      application: { id: applicationId, publicKey: false, target: () => Response.json([]) },
    })
    const headers = { authorization: authorization ?? '' }
    expect((await ask(platform, 'GET', '/v1/calls', undefined, headers)).status).toBe(200)
  })
})

describe('a token is refused', () => {
  const unauthorized = 'https://developer.vonage.com/api-errors#unauthorized'

  it.each([
    ['that is missing', undefined, 'There is no bearer token.'],
    ['in the form of key and secret', `Basic ${btoa('key:secret')}`, 'There is no bearer token.'],
    ['that is not a JWT', 'Bearer something', 'The token is malformed.'],
    [
      'of another key',
      `Bearer ${token({}, otherKeys.privateKey)}`,
      'The token is not signed with the private key of the application.',
    ],
    [
      'that is signed with a secret',
      `Bearer ${jwt.sign({ application_id: applicationId, jti: '1' }, 'secret')}`,
      'The algorithm of the token is not RS256.',
    ],
    [
      'that is not signed',
      `Bearer ${jwt.sign({ application_id: applicationId }, '', { algorithm: 'none' })}`,
      'The algorithm of the token is not RS256.',
    ],
    [
      'of another application',
      `Bearer ${token({ application_id: 'another' })}`,
      'The claim application_id is not the id of the application.',
    ],
    ['without iat', `Bearer ${token({ iat: undefined })}`, 'The claim iat is missing.'],
    ['without jti', `Bearer ${token({ jti: undefined })}`, 'The claim jti is missing.'],
    ['of the future', `Bearer ${token({ iat: now() + 60 })}`, 'The claim iat is in the future.'],
    [
      'that is not valid yet',
      `Bearer ${token({ nbf: now() + 60 })}`,
      'The token is not valid yet: see its claim nbf.',
    ],
    [
      'that lasts too long',
      `Bearer ${token({ iat: now(), exp: now() + 24 * 60 * 60 + 1 })}`,
      'The claim exp must be 30 s to 24 h after iat.',
    ],
    [
      'that lasts too short',
      `Bearer ${token({ iat: now(), exp: now() + 29 })}`,
      'The claim exp must be 30 s to 24 h after iat.',
    ],
  ])('%s', async (_, authorization, detail) => {
    expect(await list(authorization)).toStrictEqual({ status: 401, type: unauthorized, detail })
  })

  it.each([
    ['that has expired', { exp: now() - 1 }],
    ['without exp, after 15 minutes', { iat: now() - 901, exp: undefined }],
  ])('%s', async (_, claims) => {
    expect(await list(`Bearer ${token(claims)}`)).toStrictEqual({
      status: 401,
      type: 'https://developer.vonage.com/api-errors#jwt-expired',
      detail: 'The token has expired.',
    })
  })
})

describe('an application', () => {
  const made = (application: object) => async () =>
    createPlatform({ application: application as RestApplicationOptions })
  const target = () => new Response()

  it.each([
    ['no id', { publicKey, target }, 'application.id must be a text that is not empty'],
    ['no key', { id: applicationId, target }, 'application.publicKey must be a public key in PEM'],
    [
      'a private key',
      { id: applicationId, publicKey: otherKeys.privateKey, target },
      'application.publicKey must be a public key in PEM',
    ],
    [
      'nowhere to send webhooks',
      { id: applicationId, publicKey, eventUrl: '/event' },
      'application.target must be given, unless answerUrl or eventUrl is an http or https URL',
    ],
    [
      'a target that is not an app',
      { id: applicationId, publicKey, target: {} },
      'application.target must be an app with a fetch',
    ],
    [
      'an event URL that is not a URL',
      { id: applicationId, publicKey, target, eventUrl: 'event' },
      'application.eventUrl must be an http or https URL, or a path',
    ],
    [
      'a misspelt option',
      { id: applicationId, publickey: publicKey, target },
      'application has no option publickey.\n  Write publicKey.',
    ],
  ])('with %s is refused', async (_, application, says) => {
    const error = await failure(made(application)())
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain(says)
  })

  it('whose key cannot be read is refused with the first token', async () => {
    const broken = publicKey.replace(/\n[^-]+/, '\nAAAA\n')
    const platform = restPlatform({ publicKey: broken })
    const error = await failure(ask(platform, 'GET', '/v1/calls'))
    expect(error.code).toBe('simulator-option')
    expect(error.message).toContain('application.publicKey must be a public key in PEM')
  })
})
