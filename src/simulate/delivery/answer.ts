import { judge } from '../../check/judge'
import type { JsonObject } from '../../element/json'
import { formatIssue, type Issue, type PlatformEffect } from '../../issues/issue'

/** The result of a webhook. */
export type WebhookResult =
  /** An NCCO that can run. */
  | {
      readonly kind: 'ncco'
      readonly ncco: readonly JsonObject[]
      readonly says: string
      readonly findings: string
    }
  /** No NCCO was expected, or none came: the flow goes on. */
  | { readonly kind: 'nothing'; readonly says: string }
  /** An NCCO that cannot run. */
  | {
      readonly kind: 'invalid'
      readonly reason: string
      readonly says: string
      readonly findings: string
    }
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

/** The response of an app, which tells in memory why it is not an NCCO. */
export interface ReceivedAnswer extends WebhookAnswer {
  /** The code of the error that an app of ours answers for. */
  readonly code?: string | undefined
}

/** The reason why there is no answer. */
export interface NoAnswer {
  readonly reason: string
  /** Vonage retries timeouts and closed connections, but neither TLS failures nor invalid URLs. */
  readonly isRetried: boolean
  /** Advice for the developer. The webhook to the fallback URL does not have it. */
  readonly advice?: string | undefined
}

/** The circumstances in which an answer is judged. */
interface Circumstances {
  readonly expects: Expects
  /** Whether every error of `check` refuses an NCCO. */
  readonly isStrict: boolean
  /** Whether the webhook was signed. */
  readonly isSigned: boolean
  /** The remedy for an NCCO in an answer that is ignored. */
  readonly ifDiscarded?: string | undefined
}

// "connect timeout, socket timeout, connection closed/reset, HTTP 429, 503, 504"; of plain events 502 too.
const retried = new Set([429, 503, 504])
const retriedNews = new Set([...retried, 502])

const unauthorized = new Set([401, 403])
const unsigned =
  '. If the application wants signed webhooks, give its secret: { signature: { secret } }.'

/** Judges an answer as the platform does: status, content type, syntax, and then the NCCO. */
export function judgeAnswer(
  { status, contentType, body, code }: ReceivedAnswer,
  { expects, isStrict, isSigned, ifDiscarded }: Circumstances,
): WebhookResult {
  const isGood = expects === 'ncco' ? status === 200 : status >= 200 && status <= 205
  if (!isGood) {
    const isRetried = (expects === 'nothing' ? retriedNews : retried).has(status)
    return {
      kind: 'failed',
      reason: `HTTP status ${status}.`,
      isRetried,
      says: `${status}${code === undefined ? '' : ` (${code})`}${firstLine(body)}${!isSigned && unauthorized.has(status) ? unsigned : ''}`,
    }
  }
  if (expects === 'nothing') {
    return { kind: 'nothing', says: `${status}${discarded(body, ifDiscarded)}` }
  }
  if (expects === 'ncco-or-nothing' && (status !== 200 || body.trim() === '')) {
    return { kind: 'nothing', says: `${status}, nothing` }
  }
  const type = /^(application\/json|text\/plain)\s*(;|$)/i.exec(contentType ?? '')?.[1]
  const json = type === undefined ? undefined : parse(body)
  const isPlain = type?.toLowerCase() === 'text/plain'
  if (type === undefined || (isPlain && json === undefined)) {
    const reason = 'The content type is not application/json.'
    return { kind: 'failed', reason, isRetried: false, says: `${status}, ${reason}` }
  }
  if (json === undefined) {
    const says = `${status}, a body that is not JSON`
    return { kind: 'invalid', reason: refusal, says, findings: '' }
  }
  return judgeNcco(json.value, isPlain ? `${status}, text/plain` : String(status), isStrict)
}

/** The reason of a refused NCCO, as the platform words it. */
export const refusal = 'Syntax error in NCCO. Invalid value type or action.'

/** Judges an NCCO that was given as a value. It runs as it would arrive as JSON. */
export function judgeInline(ncco: unknown, isStrict: boolean): WebhookResult {
  const result = judgeNcco(ncco, 'inline', isStrict)
  if (result.kind !== 'ncco') return result
  return { ...result, ncco: JSON.parse(JSON.stringify(result.ncco)) }
}

function judgeNcco(ncco: unknown, status: string, isStrict: boolean): WebhookResult {
  const errors = judge(ncco, undefined).filter(({ severity }) => severity === 'error')
  const refused = isStrict ? errors : errors.filter(isRefused)
  if (!Array.isArray(ncco) || refused.length > 0) {
    const says = `${status}, an NCCO that is refused`
    return { kind: 'invalid', reason: refusal, says, findings: listed(refused) }
  }
  const count = ncco.length === 1 ? '1 action' : `${ncco.length} actions`
  return { kind: 'ncco', ncco, says: `${status}, ${count}`, findings: listed(errors, effects) }
}

/** Whether Vonage is known to refuse an NCCO because of this. A value that JSON cannot hold never reaches it. */
function isRefused({ code, platform }: Issue): boolean {
  return platform === 'refused' || code === 'not-json'
}

const effects = {
  refused: 'Vonage is known to refuse it.',
  tolerated: 'Vonage is known to accept it, so the call goes on.',
  unknown: 'The reaction of Vonage is unknown. Here the call goes on.',
}

/**
 * Describes an answer in words, with its findings below.
 *
 * @param listed the findings that the timeline of the call already lists; they are not repeated
 */
export function describe(result: WebhookResult, listed: Set<string>): string {
  if (!('findings' in result) || result.findings === '') return result.says
  if (listed.has(result.findings)) return `${result.says}, with the same findings as above`
  listed.add(result.findings)
  return result.says + result.findings
}

/** The result of a webhook without an answer. */
export function noAnswer({ reason, isRetried, advice }: NoAnswer): WebhookResult {
  const says = advice === undefined ? reason : `${reason} ${advice}`
  return { kind: 'failed', reason, isRetried, says }
}

/** The most findings about one answer that a transcript lists. */
const mostListed = 20

/** Findings below a line of the transcript, each with its effect if that is worth telling. */
function listed(
  issues: readonly Issue[],
  effects?: Readonly<Record<PlatformEffect, string>>,
): string {
  const found = issues.slice(0, mostListed).map((issue) => {
    const doubt =
      issue.code === 'wrong-type' && issue.platform === 'tolerated'
        ? ' Single reports say otherwise.'
        : ''
    const remark = effects ? `\n  ${effects[issue.platform ?? 'unknown']}${doubt}` : ''
    return `\n${formatIssue(issue)}${remark}`
  })
  const left = issues.length - mostListed
  if (left > 0) found.push(`\n… and ${left} more`)
  return found.join('').replaceAll('\n', `\n${' '.repeat(27)}`)
}

/** Tells of an NCCO in an answer that is ignored. */
function discarded(body: string, remedy: string | undefined): string {
  if (!body.trimStart().startsWith('[')) return ''
  const entries = parse(body)?.value
  const isNcco = Array.isArray(entries) && typeof entries[0]?.action === 'string'
  if (!isNcco) return ''
  return `, an NCCO, which is discarded${remedy === undefined ? '' : `: ${remedy}`}`
}

/** Long enough for the hint of an app in development. */
const longestLine = 400

function firstLine(body: string): string {
  const [line = ''] = body.trim().split('\n')
  return line === '' ? '' : `, ${line.slice(0, longestLine)}`
}

/** Reads JSON; `undefined` if the text is not JSON. */
function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
