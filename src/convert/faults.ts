import { check } from '../check/check'
import { segments } from '../issues/report'
import type { Json } from '../options/json'

/** Where `check` finds errors in an NCCO. */
export interface Faults {
  /** Whether there is one at this very place. */
  at(path: string): boolean
  /** Whether there is one at this place or inside it. */
  within(path: string): boolean
  /** The keys below this place that lead to one. */
  keysBelow(path: string): ReadonlySet<string>
}

export function findFaults(ncco: readonly Json[]): Faults {
  const exact = new Set<string>()
  const ways = new Map<string, Set<string>>()
  for (const { severity, path } of check(ncco)) {
    if (severity !== 'error') continue
    exact.add(path)
    let at = path
    for (const key of segments(path).reverse()) {
      at = at.slice(0, at.lastIndexOf('/'))
      const keys = ways.get(at) ?? new Set()
      ways.set(at, keys.add(key))
    }
  }
  return {
    at: (path) => exact.has(path),
    within: (path) => exact.has(path) || ways.has(path),
    keysBelow: (path) => ways.get(path) ?? new Set(),
  }
}
