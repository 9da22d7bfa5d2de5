import { check } from '../check/check'
import type { Json } from '../element/json'
import { type Path, pointer, segments } from '../issues/report'

/** Where `check` finds errors in an NCCO, or a value that the types of the elements do not have. */
export interface ErrorPlaces {
  /** Whether there is one at this very place. */
  at(path: Path): boolean
  /** Whether there is one at this place or inside it. */
  within(path: Path): boolean
  /** The keys below this place that lead to one. */
  keysBelow(path: Path): ReadonlySet<string>
}

export function findErrorPlaces(ncco: readonly Json[]): ErrorPlaces {
  const exact = new Set<string>()
  const ways = new Map<string, Set<string>>()
  for (const { code, severity, path } of check(ncco)) {
    if (severity !== 'error' && code !== 'default-by-name') continue
    exact.add(path)
    let at = path
    for (const key of segments(path).reverse()) {
      at = at.slice(0, at.lastIndexOf('/'))
      const keys = ways.get(at) ?? new Set()
      ways.set(at, keys.add(key))
    }
  }
  return {
    at: (path) => exact.has(pointer(path)),
    within: (path) => exact.has(pointer(path)) || ways.has(pointer(path)),
    keysBelow: (path) => ways.get(pointer(path)) ?? new Set(),
  }
}
