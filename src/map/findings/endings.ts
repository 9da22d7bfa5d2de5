import type { EndReason } from '../../simulate/call/timeline'
import type { MapFinding } from '../call-map'
import type { KnownState } from '../known-state'
import { finding } from './finding'
import type { Graph } from './graph'

const faults: Readonly<Partial<Record<EndReason, string>>> = {
  'no-ncco': 'there is no NCCO',
  'invalid-ncco': 'the NCCO is refused',
  loop: 'webhook after webhook is answered at the same moment',
}

/** Calls that end in an error or without a word, and those that never end. */
export function findEndings(graph: Graph): MapFinding[] {
  return [
    ...graph.states.flatMap((state) => [...endInError(state), ...endInSilence(state, graph)]),
    ...findLoops(graph),
  ]
}

function endInError(state: KnownState): MapFinding[] {
  const { ended, failures } = state.moment
  if (!ended) return []
  const fault = faults[ended]
  const failed = failures.at(-1)
  if (fault === undefined && failed === undefined) return []
  return [finding('ends-in-error', state, { why: [fault, failed].filter(Boolean).join(': ') })]
}

/** A call in which two have talked ends without a word; any other should not. */
function endInSilence(state: KnownState, graph: Graph): MapFinding[] {
  const { ended, heard, failures } = state.moment
  if (ended !== 'completed' || heard.length > 0 || failures.length > 0) return []
  if (state.script.length === 0) return [finding('ends-in-silence', state, {})]
  const before = graph
    .preceding(state)
    .filter(({ moment }) => moment.activity !== 'connected' && moment.waiting?.who !== 'leg')
    .sort((a, b) => a.script.length - b.script.length || a.number - b.number)[0]
  if (!before) return []
  const script = [...before.script, ...graph.script(before, state)]
  return [finding('ends-in-silence', { id: state.id, script }, {})]
}

/** Each loop that nothing leaves but hanging up. */
function findLoops(graph: Graph): MapFinding[] {
  const exits = graph.states.filter((state) => graph.isOpen(state) || isExit(state))
  const free = graph.leadingTo(exits)
  const found: MapFinding[] = []
  const seen = new Set<KnownState>()
  for (const state of graph.states) {
    if (free.has(state) || seen.has(state)) continue
    const loop = graph.reachableFrom(state)
    // Only from inside: a state that leads into the loop is not part of it.
    const isInLoop = [...loop].every((other) => graph.reachableFrom(other).has(state))
    if (!isInLoop) continue
    for (const other of loop) seen.add(other)
    const states = state.moment.ended ? 0 : loop.size
    found.push(finding('no-way-out', state, { states }))
  }
  return found
}

/** Whether a call may stay there until somebody hangs up, or is over. */
function isExit({ moment: { ended, activity, waiting } }: KnownState): boolean {
  if (ended) return ended !== 'endless'
  if (activity === 'recording') return !waiting || !('endOnSilence' in waiting.options)
  return activity === 'connected' || activity === 'conversation' || activity === 'asking'
}
