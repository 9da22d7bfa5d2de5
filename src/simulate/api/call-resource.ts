import type { FoundLeg } from '../call/call-registry'
import { completedFields } from '../delivery/webhook-fields'
import { partiesOf } from '../leg/parties'
import { jsonAnswer } from './answer'
import { problem } from './problems'
import type { Route } from './route'

/** `GET /v1/calls/{uuid}`. */
export const getCall: Route = {
  method: 'GET',
  path: /^\/v1\/calls\/([^/]+)$/,
  hasBody: false,
  answer({ side, id, url }) {
    const found = side.calls.find(id)
    if (!found) return problem('not-found', 'There is no such call.')
    return jsonAnswer(callResource(found, url.origin))
  },
}

/** The status of a leg, also of one that a machine answered. */
export function statusOf({ leg }: FoundLeg): string {
  return leg.status === 'answered' && leg.isMachine ? 'machine' : leg.status
}

/** The conversation that a leg is in. */
export function conversationOf({ call, leg }: FoundLeg): string {
  return (leg.conversation ?? call.home).id
}

/** A call as the API describes it. Each leg is one. */
export function callResource(found: FoundLeg, origin: string): object {
  const { leg } = found
  return {
    _links: { self: { href: `${origin}/v1/calls/${leg.uuid}` } },
    uuid: leg.uuid,
    conversation_uuid: conversationOf(found),
    ...partiesOf(leg),
    status: statusOf(found),
    direction: leg.description.direction,
    ...(leg.isOver ? costs(found) : { start_time: null, end_time: null }),
  }
}

/** The fields of a call that is over: money and duration are texts. */
function costs({ call, leg }: FoundLeg): object {
  const { disconnected_by, ...fields } = completedFields(call, leg, 'platform')
  return fields
}
