import { check } from '../../check/check'
import type { MapFinding } from '../call-map'
import type { Caller } from '../caller'
import type { Explorer } from '../explorer'
import type { KnownState } from '../known-state'
import { findingCodes } from '../messages'
import type { Settings } from '../options'
import { findEndings } from './endings'
import { finding } from './finding'
import { Graph } from './graph'
import { findUnreached } from './hooks'
import { findKeys } from './keys'
import { findMenus } from './menus'
import { findPersonless } from './persons'
import { questionsOf } from './question'

/**
 * Everything in an app that a caller would not like, by state.
 *
 * @param hooks the paths of the app's hooks, if it tells them
 */
export async function findAll(
  { states, edges, slow, left }: Explorer,
  caller: Caller,
  { attempts }: Settings,
  hooks: readonly string[],
): Promise<MapFinding[]> {
  const open = new Set(left.all.map(({ state }) => state))
  const graph = new Graph(states, edges, open)
  const questions = questionsOf(states)
  const found = [
    ...findEndings(graph),
    ...questions.flatMap((question) => findKeys(question, attempts.keys)),
    ...findMenus(questions),
    ...findPersonless(graph, questions),
    ...findFaultyNccos(states),
    ...(await confirmSlow(slow, caller)),
    // Acts that were not tried may lead there.
    ...(open.size > 0 ? [] : findUnreached(states, hooks, caller.reached)),
  ]
  const place = ({ state, code }: MapFinding) =>
    Number(state.slice(1)) * findingCodes.length + findingCodes.indexOf(code)
  return found.sort((a, b) => place(a) - place(b))
}

/** What `check` finds in the NCCO of each state, each NCCO once. */
function findFaultyNccos(states: readonly KnownState[]): MapFinding[] {
  const known = new Set<string>()
  return states.flatMap((state) => {
    const { ncco } = state.moment
    const text = JSON.stringify(state.ncco)
    if (!ncco || known.has(text)) return []
    known.add(text)
    const issues = check(ncco)
    return issues.length === 0 ? [] : [finding('ncco-with-findings', state, { issues })]
  })
}

/** Makes each call with a slow webhook once more: a machine that was busy for a moment says nothing about the app. */
async function confirmSlow(slow: Explorer['slow'], caller: Caller): Promise<MapFinding[]> {
  const found: MapFinding[] = []
  for (const [path, { acts, script, states }] of slow) {
    const again = await caller.make(acts)
    const isSlow = again.slow.some((one) => one.path === path && one.step === acts.length)
    const id = states.at(-1)?.id ?? ''
    if (isSlow) found.push(finding('slow-webhook', { id, script }, { path }))
  }
  return found
}
