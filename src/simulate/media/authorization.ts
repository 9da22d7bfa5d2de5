import { isJsonObject } from '../../element/json'
import type { CallHost } from '../call/call-host'
import { payloadOf } from '../delivery/signing'
import type { Endpoint } from '../leg/endpoint'
import { canAuthorize } from './socket'

/** The `Authorization` header of the handshake that an endpoint asks for; a note tells why it is missing. */
export async function authorizationOf(
  call: CallHost,
  { authorization, uri }: Endpoint,
): Promise<string | undefined> {
  if (!isJsonObject(authorization)) return undefined
  const note = (text: string) => call.log({ type: 'note', text })
  if (!canAuthorize) {
    note('The handshake has no Authorization header, because a browser lets nobody set it.')
    return undefined
  }
  if (authorization.type === 'custom') {
    return typeof authorization.value === 'string' ? authorization.value : undefined
  }
  if (!call.sign) {
    note(
      'The handshake has no Authorization header, because the call has no secret to sign it with. Give one: dial(app, { signature: { secret } }).',
    )
    return undefined
  }
  // A handshake is a GET.
  return call.sign(payloadOf(new URL(String(uri)).searchParams))
}
