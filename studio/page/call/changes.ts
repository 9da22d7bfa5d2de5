import { diffArrays } from 'diff'
import type { Line } from './lines'

/** A line of a transcript beside that of the call before. */
export interface ChangedLine extends Line {
  /** `added`: the call before did not have it. `removed`: only the call before had it. */
  readonly change?: 'added' | 'removed'
}

/** Marks what differs from the call before, as far as this call has come. The times do not count. */
export function markChanges(before: readonly Line[], now: readonly Line[]): ChangedLine[] {
  const parts = diffArrays([...before], [...now], { comparator: isAlike })
  // What the call before still had at the end has not come yet here.
  const open = parts.findLastIndex(({ removed }) => !removed)
  let place = 0
  return parts.flatMap(({ value, added, removed }, index) => {
    if (removed) {
      return index > open
        ? []
        : value.map((line) => ({ ...line, key: `-${line.key}`, change: 'removed' as const }))
    }
    const lines = now.slice(place, place + value.length)
    place += value.length
    return added ? lines.map((line) => ({ ...line, change: 'added' as const })) : lines
  })
}

function isAlike(one: Line, other: Line): boolean {
  return one.kind === other.kind && one.who === other.who && one.text === other.text
}
