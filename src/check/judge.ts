import { isJsonObject } from '../element/json'
import { toJson } from '../element/to-json'
import { kindOf } from '../issues/kind'
import { below, root } from '../issues/report'
import { checkAnyAction } from '../vocabulary/any-action'
import { collectFindings, type Judgement, toJudgements } from './findings'
import { type CheckOptions, checkSequence } from './sequence'

/** Judges an NCCO by every rule, in document order. Never throws, whatever it is given. */
export function judge(ncco: unknown, options: CheckOptions | null | undefined): Judgement[] {
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
  return toJudgements(findings.all, { json, path: root }).filter(isNew())
}

/** Keeps the first of issues that say the same of the same place, as SSML with a mistake in several tags does. */
function isNew(): (judgement: Judgement) => boolean {
  const said = new Set<string>()
  return ({ issue: { code, message, path } }) => {
    if (!code.startsWith('ssml-')) return true
    const key = `${path} ${message}`
    return said.has(key) ? false : Boolean(said.add(key))
  }
}
