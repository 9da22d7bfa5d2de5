import type { Detail } from '../issues/messages'
import type { Finding } from '../issues/report'
import type { Definition } from '../options/table'
import { actions } from '../vocabulary/index'

/**
 * Adds to an unknown option the actions that have one of this name. Only `check` does so: it knows every action, and
 * `render` only those that the app imports.
 */
export function withOwners(finding: Finding): Finding {
  if (finding.code !== 'unknown-option') return finding
  const detail = finding.detail as Detail<'unknown-option'>
  if (detail.nearest || detail.today || detail.instead !== undefined) return finding
  return { ...finding, detail: { ...detail, elsewhere: ownersOf(detail.given) } }
}

function ownersOf(key: string): Definition[] {
  return actions.filter(({ table }) => table.byKey.has(key))
}
