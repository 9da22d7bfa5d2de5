import { Session } from '../dialog/session'
import type { Issue } from '../issues/issue'
import type { AcceptedRequest } from './request'
import { toTurnLink } from './turn'

/** The turn of a dialog that a request brings: the first one of a flow, or the answer to a question. */
export function makeSession(
  { webhook, turn, incoming, route }: AcceptedRequest,
  canAsk: boolean,
  onWarning: (issue: Issue) => void,
): Session {
  const { path, handler } = route
  const root = turn?.root ?? webhook
  const { conversation_uuid, uuid, timestamp, params } = root
  return new Session({
    trail: turn?.trail,
    heard: turn && webhook.kind === 'input' ? webhook : undefined,
    toLink: canAsk && handler ? (trail) => toTurnLink(path, handler, root, trail) : undefined,
    // The same for a webhook that is sent again, and another one for the next webhook at this path.
    flowId: JSON.stringify([path, conversation_uuid, uuid, timestamp, params]),
    now: incoming.now ?? Date.now,
    onWarning,
  })
}
