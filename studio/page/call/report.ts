import { check } from 'ncco-jsx'
import type { Act } from './act'
import { type Exchange, nccoOf, pathOf } from './exchange'
import { toScript } from './script'

/** What a report tells. */
export interface ReportedCall {
  /** What was called. */
  readonly target: string
  readonly acts: readonly Act[]
  readonly transcript: string
  readonly exchanges: readonly Exchange[]
}

/** A call as Markdown, for an issue or an assistant: how to repeat it, what happened, the NCCOs and what is wrong with them. */
export function toReport({ target, acts, transcript, exchanges }: ReportedCall): string {
  const script = toScript(acts)
  const parts = [
    `# A call to ${target}`,
    ...(script === '' ? [] : [`Acts: \`${script}\``]),
    '## Transcript',
    fenced('text', transcript),
    ...exchanges.flatMap(nccoPart),
  ]
  return `${parts.join('\n\n')}\n`
}

function nccoPart({ method, url, answer }: Exchange): string[] {
  const ncco = nccoOf(answer)
  if (!ncco) return []
  const findings = check(ncco).map(
    ({ severity, code, path, message, remedy }) =>
      `- ${severity} ${code} at ${path || '/'}: ${message} ${remedy}`,
  )
  return [
    `## NCCO of ${method} ${pathOf(url)}`,
    fenced('json', JSON.stringify(ncco, null, 2)),
    ...(findings.length > 0 ? [findings.join('\n')] : []),
  ]
}

function fenced(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${fence}${language}\n${text}\n${fence}`
}
