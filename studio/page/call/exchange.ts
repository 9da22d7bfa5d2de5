import type { Headers } from '../../src/plain-request'
import type { ActionPlace, Failure } from '../../src/protocol'

/** A request to the app and its answer, as they went over the wire. */
export interface Exchange {
  /** Counts from 1 in each call. */
  readonly id: number
  /** Seconds on the clock of the call. */
  readonly at: number
  readonly method: string
  readonly url: string
  readonly body: string | null
  /** The headers that were sent, the signature among them; absent until the answer is there. */
  readonly sent?: Headers
  readonly answer?: ExchangeAnswer
  /** Why there is no answer. */
  readonly failure?: { readonly code: string; readonly message: string }
  /** How long the answer took, in milliseconds of real time. */
  readonly milliseconds?: number
  /** How often the app had been loaded. */
  readonly generation?: number
  /** The origin of each action in the answer. */
  readonly places?: readonly (ActionPlace | null)[]
  /** Why flows could not be rendered. */
  readonly failures?: readonly Failure[]
}

interface ExchangeAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** The JSON of an answer; `undefined` for one that is not JSON. */
function jsonOf(answer: { readonly body: string } | undefined): unknown {
  if (!answer) return undefined
  try {
    return JSON.parse(answer.body)
  } catch {
    return undefined
  }
}

/** The NCCO in an answer. */
export function nccoOf(
  answer: { readonly body: string } | undefined,
): readonly object[] | undefined {
  const value = jsonOf(answer)
  const isNcco = Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry)
  return isNcco ? value : undefined
}

/** The path of a URL, as it is shown: without the query, which may hold sealed params. */
export function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url.replace(/[?#].*$/s, '')
}
