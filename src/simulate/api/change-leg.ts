import type { CallHost } from '../call/call-host'
import type { FoundLeg } from '../call/call-registry'
import type { RequestEntry } from '../call/timeline'
import { type ApiAnswer, noContent } from './answer'
import type { Parameters } from './parameters'
import { badRequest, invalidParameters, problem } from './problems'
import type { ApiRequest } from './route'

/** What a request does to a leg. */
export interface Change {
  /** In a word or two, for the transcript. */
  readonly does: string
  /** Absent: 204, without a body. */
  readonly answer?: ApiAnswer
  /** The earliest moment: when its first two seconds are over, or at once. Absent: when an NCCO has begun too. */
  readonly from?: 'two-seconds' | 'start'
  run(): void
}

// "wait >= 2 s or retry on 400"
const earlySeconds = 2

/** Changes the leg that a request names, and tells of it in the transcript. */
export function changeLeg(request: ApiRequest, read: (found: FoundLeg) => Change): ApiAnswer {
  const { side, id } = request
  const found = side.calls.find(id)
  if (!found || found.leg.isOver) return noSuchCall()
  const change = read(found)
  const refusal = refuse(request, found, change)
  const { status } = refusal?.answer ?? change.answer ?? noContent
  const { does } = change
  logRequest(request, found.call, { does, status, ...(refusal && { why: refusal.why }) })
  if (!refusal) change.run()
  return refusal?.answer ?? change.answer ?? noContent
}

/** Tells of a request in the transcript of the call that it is about. */
export function logRequest(
  { method, url }: ApiRequest,
  call: CallHost,
  request: Pick<RequestEntry, 'does' | 'status' | 'why'>,
): void {
  call.log({ type: 'request', ...request, method, path: url.pathname })
}

function noSuchCall(): ApiAnswer {
  return problem('not-found', 'There is no such call, or it is over.')
}

/** The answer to a request that is refused, and the reason for the transcript. */
interface Refusal {
  readonly answer: ApiAnswer
  readonly why: string
}

/** Refuses a body with fields that are wrong. */
export function refuseInvalid({ invalid }: Parameters): Refusal | undefined {
  if (invalid.length === 0) return undefined
  const why = invalid.map(({ name, reason }) => `${name}: ${reason}`).join('; ')
  return { answer: invalidParameters(invalid), why }
}

function refuse(
  { side, body }: ApiRequest,
  { call, leg }: FoundLeg,
  change: Change,
): Refusal | undefined {
  const refusal = refuseInvalid(body)
  if (refusal) return refusal
  if (change.from === 'start') return undefined
  const isUp = leg === call.leg ? call.isUp : leg.status === 'answered'
  if (!isUp && change.from === undefined) {
    return { answer: badRequest, why: 'the call is not up yet, because no NCCO has begun' }
  }
  const age = side.platform.now - leg.startedAt
  if (age >= earlySeconds || side.acceptsEarly) return undefined
  return { answer: badRequest, why: `a call is not changed in its first ${earlySeconds} s` }
}
