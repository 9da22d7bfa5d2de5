import type { MapLeft } from './call-map'
import type { KnownState } from './known-state'

/** The acts that were not tried, by state and reason. */
export class Leftovers {
  readonly #entries = new Map<
    string,
    { state: KnownState; why: MapLeft['why']; acts: Set<string> }
  >()

  add(state: KnownState, act: string, why: MapLeft['why']): undefined {
    const key = `${state.number} ${why}`
    const entry = this.#entries.get(key) ?? { state, why, acts: new Set() }
    this.#entries.set(key, entry)
    entry.acts.add(act)
  }

  get all(): MapLeft[] {
    return [...this.#entries.values()].map(({ state, acts, why }) => ({
      state: state.id,
      acts: [...acts],
      why,
    }))
  }
}
