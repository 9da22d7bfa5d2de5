import { generateKeyPairSync, randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import {
  createPlatform,
  type Platform,
  type PlatformOptions,
  type RestApplicationOptions,
} from 'ncco-jsx/simulate'
import { answering } from './answering'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

/** The keys of the application. */
export const { publicKey, privateKey } = pair()

/** Keys of somebody else. */
export const otherKeys = pair()

export const applicationId = '78d335fa-323d-0114-9c3d-d6f0d48968cf'

/** A token of the application, with other claims where they are given; `undefined` leaves one out. */
export function token(claims: object = {}, key: string = privateKey): string {
  const iat = Math.floor(Date.now() / 1000)
  const all = { application_id: applicationId, iat, exp: iat + 900, jti: randomUUID(), ...claims }
  const { iat: issued, ...others } = JSON.parse(JSON.stringify(all))
  const payload = issued === undefined ? others : { ...others, iat: issued }
  return jwt.sign(payload, key, { algorithm: 'RS256', noTimestamp: issued === undefined })
}

/** JSON of which a test reads a field or two. */
type Fields = Record<string, never> & { readonly [field: string]: unknown }

/** What the REST side answered. */
export interface Answered<Body = Fields> {
  readonly status: number
  readonly headers: Headers
  /** JSON, if the answer has a body. */
  readonly body: Body
}

/** Asks the REST side of a platform, as an SDK does. */
export async function ask<Body = Fields>(
  platform: Platform,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered<Body>> {
  const request = new Request(`https://api.nexmo.com${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token()}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const response = await platform.api.fetch(request)
  const text = await response.text()
  const { status } = response
  return { status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) }
}

/** A platform with an application that takes every event, without limits, and with calls that can be changed at once. */
export function restPlatform(
  application: Partial<RestApplicationOptions> = {},
  options: PlatformOptions = {},
): Platform {
  const target = answering({ '/event': undefined })
  return createPlatform({
    limits: false,
    early: 'accepts',
    application: { id: applicationId, publicKey, target, eventUrl: '/event', ...application },
    ...options,
  })
}

export const phone = (number: string) => ({ type: 'phone', number })

/** The body of a call to a colleague. */
export const order = (ncco: readonly object[], more: object = {}) => ({
  to: [phone('447700900002')],
  from: phone('447700900000'),
  ncco,
  ...more,
})
