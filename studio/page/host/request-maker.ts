import { causeHeader, type RequestCause, requestCauses } from '../../src/rest-messages'
import type { RequestMaker } from '../call/rest-request'

/** What the process of the app says about a request. Absent: it comes from elsewhere. */
export function causeOf({ headers }: Request): RequestCause | undefined {
  const told = headers.get(causeHeader)
  return requestCauses.find((cause) => cause === told)
}

/**
 * What makes a request. A server elsewhere says nothing about that: what it asks for while it is asked counts as its own.
 *
 * @param isUnderWay whether the answer to a webhook is waited for
 */
export function makerOf(request: Request, isUnderWay: boolean, isServer: boolean): RequestMaker {
  switch (causeOf(request)) {
    case 'webhook':
      return isUnderWay ? 'webhook' : 'app'
    case 'itself':
      return 'app'
    case 'route':
      return 'anybody'
    case undefined:
      return isServer && isUnderWay ? 'webhook' : 'anybody'
  }
}
