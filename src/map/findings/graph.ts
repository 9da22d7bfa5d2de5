import type { MapEdge } from '../call-map'
import type { KnownState } from '../known-state'

/** The states of a map with the edges between them, for what is found by following them. */
export class Graph {
  readonly states: readonly KnownState[]
  readonly #following = new Map<KnownState, Set<KnownState>>()
  readonly #preceding = new Map<KnownState, Set<KnownState>>()
  /** The acts that lead from one state to another. */
  readonly #acts = new Map<KnownState, Map<KnownState, string>>()
  /** States whose acts were not all tried. */
  readonly #open: ReadonlySet<string>

  constructor(states: readonly KnownState[], edges: readonly MapEdge[], open: ReadonlySet<string>) {
    this.states = states
    this.#open = open
    const byId = new Map(states.map((state) => [state.id, state]))
    for (const { from, to, act } of edges) {
      const [first, second] = [byId.get(from), byId.get(to)]
      if (!first || !second) continue
      setOf(this.#following, first).add(second)
      setOf(this.#preceding, second).add(first)
      const acts = this.#acts.get(first) ?? new Map<KnownState, string>()
      this.#acts.set(first, acts)
      if (!acts.has(second)) acts.set(second, act)
    }
  }

  following(state: KnownState): KnownState[] {
    return [...(this.#following.get(state) ?? [])]
  }

  preceding(state: KnownState): KnownState[] {
    return [...(this.#preceding.get(state) ?? [])]
  }

  /** An act that leads from one state to the next. */
  act(from: KnownState, to: KnownState): string | undefined {
    return this.#acts.get(from)?.get(to)
  }

  /** Whether acts of the state were not tried, so that more may follow than is known. */
  isOpen(state: KnownState): boolean {
    return this.#open.has(state.id)
  }

  /** The states from which one of these can be reached, themselves included. */
  leadingTo(goals: readonly KnownState[]): Set<KnownState> {
    const found = new Set(goals)
    for (const state of found) for (const before of this.preceding(state)) found.add(before)
    return found
  }

  /** The states that can be reached from a state, itself included. */
  reachableFrom(start: KnownState): Set<KnownState> {
    const found = new Set([start])
    for (const state of found) for (const next of this.following(state)) found.add(next)
    return found
  }
}

function setOf<Key, Value>(map: Map<Key, Set<Value>>, key: Key): Set<Value> {
  const known = map.get(key) ?? new Set<Value>()
  map.set(key, known)
  return known
}
