import { isJsonObject, type Json, type JsonObject } from '../element/json'
import { kindOf } from '../issues/kind'
import type { MeantAction } from '../issues/messages/shape'
import { letters, nearest } from '../issues/nearest'
import { below, type Path, type Report } from '../issues/report'
import { checkObject } from '../options/check-object'
import type { Definition } from '../options/table'
import { type ActionName, actionOf, actions, retiredActions } from './index'
import { restBodyOf } from './rules/rest-body'

/** Checks one entry of an NCCO that anybody may have written: which action it is, and then its options. */
export function checkAnyAction(entry: Json, path: Path, report: Report): void {
  if (!isJsonObject(entry)) return report('not-an-action', path, { found: kindOf(entry) })
  const { action } = entry
  if (typeof action !== 'string') return reportWithoutAction(entry, path, report)
  // No action has a destination; the body of a request has one.
  if (entry.destination !== undefined && restBodyOf(entry) === 'transfer') {
    return report('not-an-action', path, { found: 'the body of a request', body: 'transfer' })
  }
  const object = actionOf(action)
  if (object) return checkObject(entry, { object, path, report })
  const at = below(path, 'action')
  if (retiredActions.includes(action)) return report('retired-action', at, { action })
  const known = actions.map(({ name }) => name)
  const meant = meantBy(action, known)
  report('unknown-action', at, { action, known, ...(meant && { meant }) })
}

function reportWithoutAction(entry: JsonObject, path: Path, report: Report): void {
  const misspelt = Object.keys(entry).find((key) => key !== 'action' && letters(key) === 'action')
  const detail = { found: 'an object without one', misspelt, body: restBodyOf(entry) }
  report('not-an-action', path, detail)
}

/** The words of other telephony APIs for an action. */
const otherNames: Readonly<Record<string, ActionName>> = {
  say: 'talk',
  play: 'stream',
  gather: 'input',
  dial: 'connect',
  call: 'connect',
  pause: 'wait',
  redirect: 'transfer',
  conference: 'conversation',
}

const endings: readonly string[] = ['hangup', 'hang_up', 'hang-up', 'end', 'disconnect', 'stop']

function meantBy(action: string, known: readonly string[]): MeantAction | undefined {
  const name = action.toLowerCase()
  if (endings.includes(name)) return { kind: 'end' }
  for (const owner of actions) {
    for (const { rule } of owner.table.rows) {
      const child =
        rule.kind === 'child' ? rule.definitions.find((one) => nameOf(one) === action) : undefined
      if (child) return { kind: child.kind === 'endpoint' ? 'endpoint' : 'part', owner: owner.name }
    }
  }
  const meant = Object.hasOwn(otherNames, name) ? otherNames[name] : nearest(action, known)
  return meant === undefined ? undefined : { kind: 'action', name: meant }
}

function nameOf({ tag, name }: Definition): string {
  return tag?.[1] ?? name
}
