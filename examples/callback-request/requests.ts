/** A call that somebody asked for. */
export interface CallbackRequest {
  readonly number: string
  readonly when: string
}

/** What the office has to do; a real one would be a database. */
const requests = new Map<string, CallbackRequest>()

/** Notes a request. With the same key it notes nothing more. */
export async function requestCallback(request: CallbackRequest, key: string): Promise<void> {
  requests.set(key, request)
}

/** The requests for a number, oldest first. */
export function requestsFor(number: string): readonly CallbackRequest[] {
  return [...requests.values()].filter((request) => request.number === number)
}
