import { collectFindings, toIssues } from '../check/findings'
import { readNcco } from '../check/read-ncco'
import type { Json } from '../element/json'
import { NccoError } from '../issues/ncco-error'
import { root } from '../issues/report'

/** A copy of the NCCO. Throws for a value that is not one. */
export function assertNcco(ncco: unknown): Json[] {
  const findings = collectFindings()
  const json = readNcco(ncco, findings.report)
  const [first, ...rest] = toIssues(findings.all, { json, path: root })
  if (first) throw new NccoError([first, ...rest])
  return json as Json[]
}
