import type { Call } from '../simulate/call/call'
import type { CallMap, MapEdge, MapState, TracedState } from './call-map'
import { type CallTrace, traceCall } from './call-trace'

/** Which part of a map calls went through. */
export interface MapCoverage {
  readonly states: readonly MapState[]
  readonly edges: readonly MapEdge[]
  /** The states that no call reached. */
  readonly missedStates: readonly MapState[]
  /** The edges that no call took. */
  readonly missedEdges: readonly MapEdge[]
  /** How many states of the calls the map does not have: other words, or another app. */
  readonly unknown: number
}

/**
 * Which states and edges of a map calls went through, such as those of a test run. An entry that the map has not tried counts for the
 * edge that leads to the same state.
 *
 * @param calls calls, or what {@link traceCall} made of them
 * @example
 * ```ts
 * const map = await explore(app)
 * const call = await dial(app)
 * const { missedStates } = coverage(map, [call])
 * missedStates.map(({ heard }) => heard)
 * ```
 */
export function coverage(map: CallMap, calls: readonly (Call | CallTrace)[]): MapCoverage {
  const states = new Set<MapState>()
  const edges = new Set<MapEdge>()
  const atlas = new Atlas(map)
  let unknown = 0
  for (const call of calls) {
    const { steps } = 'steps' in call ? call : traceCall(call)
    let before: MapState | undefined
    for (const { act, state } of steps) {
      const found = atlas.find(state, before)
      if (!found) unknown++
      else states.add(found)
      const edge = found && before && act !== undefined && atlas.edge(before, act, found)
      if (edge) edges.add(edge)
      before = found
    }
  }
  return {
    states: map.states.filter((state) => states.has(state)),
    edges: map.edges.filter((edge) => edges.has(edge)),
    missedStates: map.states.filter((state) => !states.has(state)),
    missedEdges: map.edges.filter((edge) => !edges.has(edge)),
    unknown,
  }
}

/** Finds the states and edges of a map. */
class Atlas {
  readonly #byWords = new Map<string, MapState[]>()
  /** States in which the same is done, whatever is heard. */
  readonly #byDeed = new Map<string, MapState[]>()
  readonly #edges = new Map<string, MapEdge[]>()

  constructor({ states, edges }: CallMap) {
    for (const state of states) {
      add(this.#byWords, wordsKey(state), state)
      add(this.#byDeed, deedKey(state), state)
    }
    for (const edge of edges) add(this.#edges, `${edge.from} ${edge.to}`, edge)
  }

  /** The state that a call shows, of several the one that follows the state before. */
  find(shown: TracedState, before: MapState | undefined): MapState | undefined {
    const alike = this.#byWords.get(wordsKey(shown)) ?? this.#interrupted(shown)
    return alike.find(({ id }) => before && this.#edges.has(`${before.id} ${id}`)) ?? alike[0]
  }

  /** The states whose words begin like those that were heard, because the caller did not wait for the rest. */
  #interrupted(shown: TracedState): readonly MapState[] {
    const { heard } = shown
    if (shown.ended) return []
    return (this.#byDeed.get(deedKey(shown)) ?? []).filter((state) =>
      heard.every((text, index) => state.heard[index] === text),
    )
  }

  edge(from: MapState, act: string, to: MapState): MapEdge | undefined {
    const edges = this.#edges.get(`${from.id} ${to.id}`) ?? []
    const verb = act.replace(/ .*/s, '')
    return (
      edges.find((edge) => edge.act === act) ??
      edges.find((edge) => edge.act.startsWith(verb)) ??
      edges[0]
    )
  }
}

function wordsKey(state: TracedState): string {
  return JSON.stringify([state.heard, state.legHeard ?? null, deedKey(state)])
}

function deedKey({ activity, listens, leg, ended }: TracedState): string {
  const { who, digits, phrases } = listens ?? {}
  return JSON.stringify([activity, who, digits, phrases, leg?.type, leg?.to, ended])
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
