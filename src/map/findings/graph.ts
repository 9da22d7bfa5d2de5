import type { FoundEdge } from '../explorer'
import type { KnownState } from '../known-state'

/** The states of a map with the edges between them, for what is found by following them. */
export class Graph {
  readonly states: readonly KnownState[]
  readonly #following = new Map<KnownState, Set<KnownState>>()
  readonly #preceding = new Map<KnownState, Set<KnownState>>()
  /** How a script leads from one state to another. */
  readonly #scripts = new Map<KnownState, Map<KnownState, readonly string[]>>()
  /** States whose acts were not all tried. */
  readonly #open: ReadonlySet<string>

  constructor(
    states: readonly KnownState[],
    edges: readonly FoundEdge[],
    open: ReadonlySet<string>,
  ) {
    this.states = states
    this.#open = open
    const byId = new Map(states.map((state) => [state.id, state]))
    for (const { from, to, script } of edges) {
      const [first, second] = [byId.get(from), byId.get(to)]
      if (!first || !second) continue
      setOf(this.#following, first).add(second)
      setOf(this.#preceding, second).add(first)
      const scripts = this.#scripts.get(first) ?? new Map<KnownState, readonly string[]>()
      this.#scripts.set(first, scripts)
      if (!scripts.has(second)) scripts.set(second, script)
    }
  }

  following(state: KnownState): KnownState[] {
    return [...(this.#following.get(state) ?? [])]
  }

  preceding(state: KnownState): KnownState[] {
    return [...(this.#preceding.get(state) ?? [])]
  }

  /** The acts of a script that lead from one state to the next. */
  script(from: KnownState, to: KnownState): readonly string[] {
    return this.#scripts.get(from)?.get(to) ?? []
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
