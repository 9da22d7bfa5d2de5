// A longer name is not a typing mistake, and comparing it would take long.
const longestName = 40

/** The name that was probably meant, if one is close: another case, other separators, or a few letters off. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  if (given.length > longestName) return undefined
  const plain = letters(given)
  let best: string | undefined
  // Fewer edits than letters: otherwise a single letter could become any other.
  let fewest = Math.min(2 + Math.floor(plain.length / 5), Math.max(plain.length, 1))
  for (const name of names) {
    const other = letters(name)
    // At least so many letters have to be added or left out.
    if (Math.abs(other.length - plain.length) >= fewest) continue
    const edits = distance(plain, other, fewest)
    if (edits < fewest) {
      best = name
      fewest = edits
    }
  }
  return best
}

/** A name without its case and separators, which are often spelt in another way. */
export function letters(name: string): string {
  const lower = name.toLowerCase()
  return /[-_: ]/.test(lower) ? lower.replace(/[-_: ]/g, '') : lower
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`. Where they become as many as `tooMany`, the rest is not
 * counted.
 */
function distance(a: string, b: string, tooMany: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let fewest = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let edits = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      )
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, at(beforeLast, column - 2) + 1)
      }
      current.push(edits)
      fewest = Math.min(fewest, edits)
    }
    if (fewest >= tooMany) return tooMany
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

function at(edits: readonly number[], column: number): number {
  return edits[column] ?? Number.POSITIVE_INFINITY
}
