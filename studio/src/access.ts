import type { IncomingMessage } from 'node:http'

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

/**
 * Whether a request comes from the studio's own page, or from no page at all. Another origin does not, nor does a name that somebody
 * else lets lead to this machine (DNS rebinding); beyond the machine, the token is what keeps such names away.
 */
export function isFromHere({ headers }: IncomingMessage, token: string | undefined): boolean {
  const { host = '', origin } = headers
  if (token === undefined && !loopback.test(host.replace(/:\d+$/, ''))) return false
  return origin === undefined || origin === `http://${host}`
}

const ownAddress = /^(127\.|::1$|::ffff:127\.)/

/**
 * Whether a request may use the REST side. No page of a browser may. Others on this machine may, and those elsewhere only if their tokens are checked.
 */
export function mayUseRest(request: IncomingMessage, isChecked: boolean): boolean {
  const { headers, socket } = request
  if (headers.origin !== undefined) return false
  const isNamedHere = isFromHere(request, undefined)
  return isChecked || (isNamedHere && ownAddress.test(socket.remoteAddress ?? ''))
}

/** Whether a request may open a websocket: it names the token, if there is one. */
export function mayConnect(request: IncomingMessage, token: string | undefined): boolean {
  if (!isFromHere(request, token)) return false
  return (
    token === undefined ||
    new URL(request.url ?? '/', 'http://here').searchParams.get('token') === token
  )
}
