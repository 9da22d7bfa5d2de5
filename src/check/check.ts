import { isJsonObject } from '../element/json'
import { toJson } from '../element/to-json'
import type { Issue } from '../issues/issue'
import { kindOf } from '../issues/kind'
import { below, root } from '../issues/report'
import { checkAnyAction } from '../vocabulary/any-action'
import { collectFindings, toIssues } from './findings'
import { type CheckOptions, checkSequence } from './sequence'

/**
 * Judges an NCCO, whoever wrote it, by every rule of the NCCO reference: the options of each object, and
 * the order of actions. Never throws, whatever it is given.
 *
 * @param ncco the NCCO as a value, not as JSON text
 * @param options `strict` adds the warning about actions after an input
 * @returns everything found, in document order; an empty array if the NCCO is valid
 * @example
 * ```ts
 * const issues = check(JSON.parse(body))
 * if (issues.some(({ severity }) => severity === 'error')) console.error(issues.map(formatIssue).join('\n'))
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference
 */
export function check(ncco: unknown, options: CheckOptions = {}): Issue[] {
  const findings = collectFindings()
  const { report } = findings
  // A copy, so that every getter is read once and what the rules see is what JSON would hold.
  const json = toJson(ncco, root, report)
  if (Array.isArray(json)) {
    if (json.length === 0 && findings.all.length === 0) report('empty-ncco', root, {})
    for (const [index, entry] of json.entries()) checkAnyAction(entry, below(root, index), report)
    checkSequence(json, root, report, options)
  } else if (json !== undefined) {
    const holdsNcco = isJsonObject(json) && Array.isArray(json.ncco)
    report('not-an-ncco', root, { found: kindOf(json), holdsNcco })
  }
  return toIssues(findings.all, { json, path: root }).filter(isNew())
}

/** Keeps the first of issues that say the same of the same place, as SSML with a mistake in several tags does. */
function isNew(): (issue: Issue) => boolean {
  const said = new Set<string>()
  return ({ code, message, path }) => {
    if (!code.startsWith('ssml-')) return true
    const key = `${path} ${message}`
    return said.has(key) ? false : Boolean(said.add(key))
  }
}
