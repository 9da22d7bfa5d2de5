import type { Call, TimelineEntry } from 'ncco-jsx/simulate'
import type { RequestAct } from './act'
import { withIds, withPlaces } from './call-ids'

/** What made a request of the app. */
export type RequestMaker =
  /** A user, another program, or a route of the app: it is played again. */
  | 'anybody'
  /** The app, by itself: at its start, from a timer, or after it had answered a webhook. */
  | 'app'
  /** The app, before it answers a webhook: it makes it again when the webhook comes again. */
  | 'webhook'

/** A request that changes something as an act. */
export async function toAct(
  request: Request,
  by: RequestAct['by'],
  calls: readonly Call[],
): Promise<RequestAct> {
  const { method, url } = request
  const text = await request.text()
  const { pathname } = new URL(url)
  return {
    kind: 'request',
    by,
    method,
    path: withPlaces(pathname.replace(/^\/{2,}/, '/'), calls),
    ...(text !== '' && { body: withPlaces(text, calls) }),
  }
}

/**
 * The request of an act.
 *
 * @param base the URL of the REST side
 * @throws an error that says which call there is not
 */
export function toRequest(
  { method, path, body }: RequestAct,
  base: string,
  calls: readonly Call[],
): Request {
  return new Request(new URL(withIds(path, calls), base), {
    method,
    ...(body !== undefined && {
      body: withIds(body, calls),
      headers: { 'content-type': 'application/json' },
    }),
  })
}

/** Why a request is refused, in words. */
export async function refusalOf(response: Response, calls: readonly Call[]): Promise<string> {
  const why = toldBy(calls) ?? detailOf(await response.text())
  return `The REST side answers with status ${response.status}${why ? `: ${why}` : '.'}`
}

/** The reason in the transcript, if the last request of a call was refused. */
function toldBy(calls: readonly Call[]): string | undefined {
  const requests = calls.flatMap(({ timeline }) => timeline.filter(isRequest))
  const why = requests.toSorted((one, other) => one.at - other.at).at(-1)?.why
  return why && `${why}.`
}

function isRequest(entry: TimelineEntry): entry is RequestEntry {
  return entry.type === 'request'
}

type RequestEntry = Extract<TimelineEntry, { type: 'request' }>

function detailOf(text: string): string {
  try {
    const { detail, invalid_parameters: invalid = [] } = JSON.parse(text)
    const [first] = invalid
    return first ? `${first.name}: ${first.reason}.` : String(detail ?? '')
  } catch {
    return ''
  }
}
