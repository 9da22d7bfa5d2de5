import type { FoundLeg } from '../call/call-registry'
import { jsonAnswer } from './answer'
import { callResource, conversationOf, statusOf } from './call-resource'
import { Parameters } from './parameters'
import { invalidParameters } from './problems'
import type { RestSide } from './rest-side'
import type { Route } from './route'

const statuses = [
  ...['started', 'ringing', 'answered', 'machine', 'completed', 'busy', 'cancelled'],
  ...['failed', 'rejected', 'timeout', 'unanswered'],
]

/** `GET /v1/calls`: a page of all legs. */
export const listCalls: Route = {
  method: 'GET',
  path: /^\/v1\/calls$/,
  hasBody: false,
  answer({ side, url }) {
    const query = new Parameters(Object.fromEntries(url.searchParams))
    const size = query.whole('page_size', 1, 100) ?? 10
    const index = query.whole('record_index', 0, Number.MAX_SAFE_INTEGER) ?? 0
    const order = query.word('order', ['asc', 'desc'])
    const isListed = readFilter(query, side)
    if (query.invalid.length > 0) return invalidParameters(query.invalid)
    const found = side.calls.legs.filter(isListed)
    if (order === 'desc') found.reverse()
    const calls = found.slice(index, index + size).map((one) => callResource(one, url.origin))
    return jsonAnswer({
      count: found.length,
      page_size: size,
      record_index: index,
      _links: linksOf(url, { size, index, count: found.length }),
      _embedded: { calls },
    })
  },
}

function readFilter(query: Parameters, { platform }: RestSide): (found: FoundLeg) => boolean {
  const status = query.word('status', statuses)
  const from = readDate(query, 'date_start')
  const until = readDate(query, 'date_end')
  const conversation = query.text('conversation_uuid')
  return (found) => {
    if (from !== undefined || until !== undefined) {
      const began = Date.parse(platform.timestamp(found.leg.startedAt))
      if (began < (from ?? began) || began > (until ?? began)) return false
    }
    if (status !== undefined && statusOf(found) !== status) return false
    // Webhooks have the id of the call's own conversation while a leg is in a named one.
    const ids = [conversationOf(found), found.call.home.id]
    return conversation === undefined || ids.includes(conversation)
  }
}

function readDate(query: Parameters, name: string): number | undefined {
  const text = query.text(name)
  if (text === undefined) return undefined
  const date = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(date)) return date
  return query.refuse(name, 'Must be a date and time in ISO 8601')
}

/** Links with an origin, because clients make URLs of them. The last page has no `next`, and the first no `prev`. */
function linksOf(
  url: URL,
  { size, index, count }: { readonly size: number; readonly index: number; readonly count: number },
): object {
  const linkTo = (to: number) => {
    const link = new URL(url)
    link.searchParams.set('page_size', String(size))
    link.searchParams.set('record_index', String(to))
    return { href: link.href }
  }
  const last = count === 0 ? 0 : Math.floor((count - 1) / size) * size
  return {
    self: linkTo(index),
    first: linkTo(0),
    last: linkTo(last),
    ...(index + size < count && { next: linkTo(index + size) }),
    ...(index > 0 && { prev: linkTo(Math.max(0, index - size)) }),
  }
}
