/** An HTTP response, for platforms without `Response`. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The text of the body; `null` for none. */
  readonly body: string | null
}

const json = { 'content-type': 'application/json', 'cache-control': 'no-store' }

/** @param ncco JSON text; absent for an empty answer */
export function toReply(ncco: string | undefined): Reply {
  return ncco === undefined ? empty : { status: 200, headers: json, body: ncco }
}

export const empty: Reply = { status: 204, headers: {}, body: null }

/** The bodies of refusals. The reasons are only for `onError`. */
const refusals = {
  400: 'The request cannot be read.',
  401: 'Unauthorized.',
  403: 'The link is not valid.',
  404: 'No webhook arrives at this path.',
  405: 'This method is not allowed.',
  413: 'The body is too large.',
  415: 'The content type of a POST must be application/json.',
  422: 'This path takes another webhook.',
  503: 'The flow gave no answer.',
}

/** A status that an app refuses a request with. */
export type RefusalStatus = keyof typeof refusals

/** @param hint what its sender can do */
export function refuse(status: RefusalStatus, hint?: string): Reply {
  return { status, headers: json, body: JSON.stringify({ error: refusals[status], hint }) }
}

export function toResponse(reply: Reply): Response {
  const { status, headers, body } = reply
  return withCode(new Response(body, { status, headers }), codeOf(reply))
}

// The simulator reads this property. It never leaves the process.
const code = Symbol.for('ncco-jsx.code')

/** Marks an answer with the code of the error that it stands for. */
export function withCode<T extends object>(answer: T, given: string | undefined): T {
  return given === undefined ? answer : Object.defineProperty(answer, code, { value: given })
}

/** The code of the error that an answer of an app in this process stands for. */
export function codeOf(answer: object): string | undefined {
  return (answer as { [code]?: string })[code]
}
