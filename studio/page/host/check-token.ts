import { TokenCheck } from '../../../src/simulate/api/token'
import type { RestApplication } from '../../src/rest-messages'

/** The answer to a request whose token is refused, as the platform gives it; `undefined` for one that is accepted. */
export async function refuseToken(
  { headers }: Request,
  application: RestApplication,
): Promise<Response | undefined> {
  const refused = await new TokenCheck(application).refuse(headers.get('authorization'))
  return refused && new Response(refused.body, { status: refused.status, headers: refused.headers })
}
