import { isJsonObject, type Json } from '../element/json'
import { kindOf } from '../issues/kind'
import { nearest } from '../issues/nearest'
import { below, type Path, type Report } from '../issues/report'
import { checkObject } from '../options/check-object'
import { actions, retiredActions } from './index'

/** Checks one entry of an NCCO that anybody may have written: which action it is, and then its options. */
export function checkAnyAction(entry: Json, path: Path, report: Report): void {
  if (!isJsonObject(entry) || typeof entry.action !== 'string') {
    const found = isJsonObject(entry) ? 'an object without one' : kindOf(entry)
    return report('not-an-action', path, { found })
  }
  const { action } = entry
  const object = actions.find(({ name }) => name === action)
  if (object) return checkObject(entry, { object, path, report })
  const at = below(path, 'action')
  if (retiredActions.includes(action)) return report('retired-action', at, { action })
  const known = actions.map(({ name }) => name)
  report('unknown-action', at, { action, nearest: nearest(action, known), known })
}
