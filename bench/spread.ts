/** The middle of some figures, and between what half of them lie. */
export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

export function spread(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN
  return { median: at(0.5), low: at(0.25), high: at(0.75) }
}

/** The spread of what a took against b, round by round. */
export function ratio(a: readonly number[], b: readonly number[]): Spread {
  return spread(a.map((figure, round) => figure / (b[round] ?? Number.NaN)))
}

export function difference(a: readonly number[], b: readonly number[]): Spread {
  return spread(a.map((figure, round) => figure - (b[round] ?? Number.NaN)))
}
