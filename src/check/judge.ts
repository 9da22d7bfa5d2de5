import type { Json } from '../element/json'
import { below, root } from '../issues/report'
import { copyPlain } from '../options/plain-value'
import { checkAnyAction } from '../vocabulary/any-action'
import { isClean } from './clean'
import { collectFindings, type Judgement, toJudgements } from './findings'
import { readNcco } from './read-ncco'
import { type CheckOptions, checkSequence } from './sequence'

/** Judges an NCCO by every rule, in document order. Never throws, whatever it is given. */
export function judge(ncco: unknown, options: CheckOptions | null | undefined): Judgement[] {
  if (isClean(ncco, options)) return []
  const findings = collectFindings()
  const { report } = findings
  const json = copySmall(ncco) ?? readNcco(ncco, report)
  if (Array.isArray(json)) {
    if (json.length === 0 && findings.all.length === 0) report('empty-ncco', root, {})
    for (let index = 0; index < json.length; index++) {
      checkAnyAction(json[index] as Json, below(root, index), report)
    }
    checkSequence(json, root, report, options)
  }
  if (findings.all.length === 0) return []
  const judgements = toJudgements(findings.all, { json, path: root })
  return judgements.some(isOfSsml) ? judgements.filter(isNew()) : judgements
}

/** The copy of a small NCCO that is JSON already, as most are; `undefined` for any other value, and for one that throws when it is read. */
function copySmall(ncco: unknown): Json[] | undefined {
  try {
    const copy = copyPlain(ncco)
    return Array.isArray(copy) ? copy : undefined
  } catch {
    return undefined
  }
}

/** Keeps the first of issues that say the same of the same place, as SSML with a mistake in several tags does. */
function isNew(): (judgement: Judgement) => boolean {
  const said = new Set<string>()
  return (judgement) => {
    if (!isOfSsml(judgement)) return true
    const { message, path } = judgement.issue
    const key = `${path} ${message}`
    return said.has(key) ? false : Boolean(said.add(key))
  }
}

function isOfSsml({ issue: { code } }: Judgement): boolean {
  return code.startsWith('ssml-')
}
