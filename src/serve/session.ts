import { Session } from '../dialog/session'
import type { Issue } from '../issues/issue'
import type { LinkWriter } from './links'
import type { AcceptedRequest } from './request'
import { toTurn } from './turn'

/**
 * The turn of a dialog that a request brings: the first one of a flow, or the answer to a question.
 *
 * @param base the public base of the app, for the link of the next question
 */
export function makeSession(
  { webhook, turn, incoming, route }: AcceptedRequest,
  links: LinkWriter,
  base: string,
  onWarning: (issue: Issue) => void,
): Session {
  const { path, handler } = route
  const root = turn?.root ?? webhook
  return new Session({
    trail: turn?.trail,
    heard: turn && webhook.kind === 'input' ? webhook : undefined,
    toUrl:
      links.isSealing && handler
        ? (trail) => links.turnUrl({ path, handler, turn: toTurn(root, trail) }, base)
        : undefined,
    // The same for a webhook that is sent again, and another one for the next webhook at this path.
    flowId() {
      const { conversation_uuid, uuid, timestamp, params } = root
      return JSON.stringify([path, conversation_uuid, uuid, timestamp, params])
    },
    now: incoming.now ?? Date.now,
    onWarning,
  })
}
