import type { Json } from '../element/json'
import { toJson } from '../element/to-json'
import { kindOf } from '../issues/kind'
import { type Report, root } from '../issues/report'
import { restBodyOf } from '../vocabulary/rules/rest-body'

/**
 * Copies a value as JSON, and reports what keeps it from being an NCCO. Whoever goes on with the copy reads every getter once, and
 * sees what JSON would hold.
 */
export function readNcco(value: unknown, report: Report): Json | undefined {
  const json = toJson(value, root, report)
  if (json !== undefined && !Array.isArray(json)) {
    const body = restBodyOf(json)
    report('not-an-ncco', root, { found: kindOf(json), ...(body && { body }) })
  }
  return json
}
