import { check } from '../../check/check'
import type { JsonObject } from '../../element/json'
import { formatIssue, type Issue } from '../../issues/issue'

/** The result of a webhook. */
export type WebhookResult =
  /** An NCCO that can run. */
  | { readonly kind: 'ncco'; readonly ncco: readonly JsonObject[]; readonly says: string }
  /** No NCCO was expected, or none came: the flow goes on. */
  | { readonly kind: 'nothing'; readonly says: string }
  /** An NCCO that cannot run. */
  | { readonly kind: 'invalid'; readonly reason: string; readonly says: string }
  /** The webhook failed: no answer, or an unusable one. */
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly isRetried: boolean
      readonly says: string
    }

/** The answer that a webhook expects: an NCCO, an NCCO or nothing, or nothing. */
export type Expects = 'ncco' | 'ncco-or-nothing' | 'nothing'

/** The response to a webhook, before it is judged. */
export interface WebhookAnswer {
  readonly status: number
  readonly contentType: string | null
  readonly body: string
}

// "connect timeout, socket timeout, connection closed/reset, HTTP 429, 503, 504"; of plain events 502 too.
const retried = new Set([429, 503, 504])
const retriedNews = new Set([...retried, 502])

/** Judges an answer as the platform does: status, content type, syntax, and then every rule of the NCCO reference. */
export function judge(
  { status, contentType, body }: WebhookAnswer,
  expects: Expects,
): WebhookResult {
  const isGood = expects === 'ncco' ? status === 200 : status >= 200 && status <= 205
  if (!isGood) {
    const isRetried = (expects === 'nothing' ? retriedNews : retried).has(status)
    return {
      kind: 'failed',
      reason: `HTTP status ${status}.`,
      isRetried,
      says: `${status}${firstLine(body)}`,
    }
  }
  if (expects === 'nothing') return { kind: 'nothing', says: String(status) }
  if (expects === 'ncco-or-nothing' && (status !== 200 || body.trim() === '')) {
    return { kind: 'nothing', says: `${status}, nothing` }
  }
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) {
    const reason = 'The content type is not application/json.'
    return { kind: 'failed', reason, isRetried: false, says: `${status}, ${reason}` }
  }
  return judgeNcco(parse(body), String(status))
}

/** The reason of a refused NCCO, as the platform words it. */
export const refusal = 'Syntax error in NCCO. Invalid value type or action.'

/** Judges an NCCO that was given as a value. It runs as it would arrive as JSON. */
export function judgeInline(ncco: unknown): WebhookResult {
  const result = judgeNcco(ncco, 'inline')
  if (result.kind !== 'ncco') return result
  return { ...result, ncco: JSON.parse(JSON.stringify(result.ncco)) }
}

/** Judges an NCCO, or `undefined` for one that is not even JSON. */
function judgeNcco(ncco: unknown, status: string): WebhookResult {
  if (!Array.isArray(ncco)) {
    return invalid(status, [])
  }
  const errors = check(ncco).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    return invalid(status, errors)
  }
  const count = ncco.length === 1 ? '1 action' : `${ncco.length} actions`
  return { kind: 'ncco', ncco, says: `${status}, ${count}` }
}

/** The result of a webhook without an answer. */
export function noAnswer(reason: string): WebhookResult {
  return { kind: 'failed', reason, isRetried: true, says: reason }
}

function invalid(status: string, issues: readonly Issue[]): WebhookResult {
  const found = issues.map((issue) => `\n${formatIssue(issue)}`).join('')
  const indented = found.replaceAll('\n', `\n${' '.repeat(27)}`)
  return { kind: 'invalid', reason: refusal, says: `${status}, an NCCO that is refused${indented}` }
}

function firstLine(body: string): string {
  const [line = ''] = body.trim().split('\n')
  return line === '' ? '' : `, ${line.slice(0, 120)}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
