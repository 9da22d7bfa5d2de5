import { isJsonObject, type Json } from '../../element/json'
import type { RestBody } from '../../issues/messages/shape'

/** The changes that the REST API makes to a call; none of them is an action of an NCCO but `transfer`. */
const changes: readonly unknown[] = ['hangup', 'mute', 'unmute', 'earmuff', 'unearmuff']

/** Which request of the REST API has this body, if one has: people take both for an NCCO. */
export function restBodyOf(value: Json): RestBody | undefined {
  if (!isJsonObject(value)) return undefined
  if (Array.isArray(value.ncco)) return 'call'
  if (isJsonObject(value.destination) && value.destination.type === 'ncco') return 'transfer'
  return changes.includes(value.action) ? 'change' : undefined
}
