import type { MapFinding } from '../call-map'
import type { KnownState } from '../known-state'
import { finding } from './finding'
import type { Graph } from './graph'
import type { Question } from './question'

/** The questions from which no act leads to a person; of several in a row only the first. */
export function findPersonless(graph: Graph, questions: readonly Question[]): MapFinding[] {
  const persons = graph.states.filter((state) => graph.isOpen(state) || hasPerson(state))
  const led = graph.leadingTo(persons)
  const lost = new Set(
    questions.flatMap(({ state, prefix }) => (prefix === '' && !led.has(state) ? [state] : [])),
  )
  return [...lost]
    .filter((state) => !hasLostBefore(state, lost))
    .map((state) => finding('no-way-to-a-person', state, {}))
}

function hasPerson({ moment: { activity, leg } }: KnownState): boolean {
  return activity === 'conversation' || (leg !== undefined && leg.type !== 'websocket')
}

/** Whether the shortest way to a state passes another that is lost. */
function hasLostBefore(state: KnownState, lost: ReadonlySet<KnownState>): boolean {
  for (let at = state.before; at; at = at.before) if (lost.has(at)) return true
  return false
}
