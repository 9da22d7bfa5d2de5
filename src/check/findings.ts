import type { Issue } from '../issues/issue'
import { type Detail, type IssueCode, messages } from '../issues/messages'
import type { Message } from '../issues/messages/message'
import { type Finding, type Report, segments } from '../issues/report'
import type { Words } from '../issues/words'
import { isJsonObject, type Json } from '../options/json'

/** Collects findings until they are put into words. */
export interface Findings {
  readonly report: Report
  readonly all: readonly Finding[]
}

export function collectFindings(): Findings {
  const all: Finding[] = []
  return { all, report: (code, path, detail) => all.push({ code, path, detail } as Finding) }
}

/** The findings without those that only follow from another: what could not be written is not missing on top of it. */
export function withoutConsequences<F extends Finding>(findings: readonly F[]): F[] {
  const isMissing = ({ code }: F) => code === 'missing-option' || code === 'missing-content'
  const others = new Set(findings.filter((finding) => !isMissing(finding)).map(({ path }) => path))
  return findings.filter((finding) => !isMissing(finding) || !others.has(finding.path))
}

/** The findings in document order: that of the NCCO, where a missing key comes after those that are there. */
export function inDocumentOrder<F extends Finding>(
  findings: readonly F[],
  ncco: Json | undefined,
): F[] {
  if (findings.length < 2) return [...findings]
  const placed = findings.map((finding) => ({ finding, at: positions(finding.path, ncco) }))
  placed.sort((a, b) => compare(a.at, b.at))
  return placed.map(({ finding }) => finding)
}

function positions(path: string, ncco: Json | undefined): number[] {
  let value = ncco
  return segments(path).map((key) => {
    if (Array.isArray(value)) {
      value = value[Number(key)]
      return Number(key)
    }
    if (!isJsonObject(value)) return Number.POSITIVE_INFINITY
    const position = Object.keys(value).indexOf(key)
    value = position === -1 ? undefined : value[key]
    return position === -1 ? Number.POSITIVE_INFINITY : position
  })
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((position, index) => position !== b[index])
  if (index === -1) return a.length - b.length
  return (a[index] ?? -1) < (b[index] ?? -1) ? -1 : 1
}

/** Puts a finding into words. */
export function toIssue({ code, path, detail }: Finding, words: Words): Issue {
  const { severity, says } = messages[code] as Message<Detail<IssueCode>>
  const [message, remedy] = says(detail, words)
  return { code, severity, message, remedy, path }
}
