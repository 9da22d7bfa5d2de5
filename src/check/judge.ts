import type { Json } from '../element/json'
import type { Issue } from '../issues/issue'
import { below, type Finding, type Path, root } from '../issues/report'
import { copyPlain } from '../options/plain-value'
import { checkAnyAction } from '../vocabulary/any-action'
import { isClean } from './clean'
import { collectFindings, toIssues } from './findings'
import { withVoice } from './legacy-voice'
import { withOwners } from './option-owners'
import { readNcco } from './read-ncco'
import { type CheckOptions, checkSequence } from './sequence'

/**
 * Judges an NCCO by every rule, in document order. Never throws, whatever it is given.
 *
 * @param path its place, with the origin of each entry that is to be spoken of as an element
 */
export function judge(
  ncco: unknown,
  options: CheckOptions | null | undefined,
  path: Path = root,
): Issue[] {
  if (isClean(ncco, options)) return []
  const { findings, json } = findIn(ncco, options, path)
  return toIssues(findings, { json, path }).filter(isNew())
}

/** What every rule finds in an NCCO, and the copy in which it was found. */
export function findIn(
  ncco: unknown,
  options: CheckOptions | null | undefined,
  path: Path,
): { findings: readonly Finding[]; json: Json | undefined } {
  const findings = collectFindings()
  const { report } = findings
  const json = copySmall(ncco) ?? readNcco(ncco, report)
  if (Array.isArray(json)) {
    if (json.length === 0 && findings.all.length === 0) report('empty-ncco', path, {})
    for (let index = 0; index < json.length; index++) {
      checkAnyAction(json[index] as Json, below(path, index), report)
    }
    checkSequence(json, path, report, options)
  }
  return { findings: findings.all.map((finding) => withVoice(withOwners(finding), json)), json }
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
function isNew(): (issue: Issue) => boolean {
  const said = new Set<string>()
  return ({ code, message, path }) => {
    if (!code.startsWith('ssml-')) return true
    const { size } = said
    return said.add(`${path} ${message}`).size > size
  }
}
