import { isJsonObject, type JsonObject } from '../../element/json'
import { objectOf, textOf, textsOf } from '../../simulate/actions/action-options'
import type { MapFinding } from '../call-map'
import type { KnownState } from '../known-state'
import { pathOf } from '../url-path'
import { finding } from './finding'

/** Paths that no webhook reached: of hooks that the app has, and of links in its NCCOs. */
export function findUnreached(
  states: readonly KnownState[],
  hooks: readonly string[],
  reached: ReadonlySet<string>,
): MapFinding[] {
  const [start] = states
  if (!start) return []
  const named = new Map<string, KnownState>()
  for (const path of hooks) named.set(path, start)
  for (const state of states) {
    for (const url of (state.moment.ncco ?? []).flatMap(linksIn)) {
      if (!named.has(pathOf(url))) named.set(pathOf(url), state)
    }
  }
  return [...named]
    .filter(([path]) => !reached.has(path))
    .map(([path, state]) => finding('hook-never-reached', state, { path }))
}

function linksIn(action: JsonObject): string[] {
  const [endpoint] = Array.isArray(action.endpoint) ? action.endpoint : [action.endpoint]
  const onAnswer = isJsonObject(endpoint) ? objectOf(endpoint, 'onAnswer') : undefined
  const answer = onAnswer && textOf(onAnswer, 'url')
  return [...(textsOf(action, 'eventUrl') ?? []), ...(answer === undefined ? [] : [answer])]
}
