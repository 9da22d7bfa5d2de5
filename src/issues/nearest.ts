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
    // It takes at least as many edits as the lengths differ by.
    if (Math.abs(other.length - plain.length) >= fewest) continue
    const edits = distance(plain, other, fewest)
    // A word that holds a single letter is not what was meant by this letter.
    if (edits < fewest && edits < Math.max(other.length, 1)) {
      best = name
      fewest = edits
    }
  }
  return best
}

/**
 * The name that was meant beyond doubt: with other case or separators, or a single typing mistake in a long word that is no
 * such mistake away from another name.
 */
export function surelyMeant(given: string, names: readonly string[]): string | undefined {
  const plain = letters(given)
  const same = names.find((name) => letters(name) === plain)
  if (same !== undefined || given.length > longestName || plain.length < longWord) return same
  const [close, ...others] = names.filter((name) => distance(plain, letters(name), 2) === 1)
  return others.length === 0 ? close : undefined
}

// In a shorter one a single letter may make another word: mp3 and mp4.
const longWord = 6

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
  let last: number[] = []
  let current: number[] = []
  for (let column = 0; column <= b.length; column++) last.push(column)
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1)
    const letterBefore = a.charCodeAt(row - 2)
    let left = row
    let fewest = row
    current[0] = row
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1)
      const above = at(last, column)
      const aboveLeft = at(last, column - 1)
      let edits = letter === other ? aboveLeft : aboveLeft + 1
      if (above < edits) edits = above + 1
      if (left < edits) edits = left + 1
      if (letterBefore === other && letter === b.charCodeAt(column - 2)) {
        edits = Math.min(edits, at(beforeLast, column - 2) + 1)
      }
      current[column] = edits
      left = edits
      if (edits < fewest) fewest = edits
    }
    if (fewest >= tooMany) return tooMany
    // The oldest row is written over.
    const oldest = beforeLast
    beforeLast = last
    last = current
    current = oldest
  }
  return at(last, b.length)
}

function at(edits: readonly number[], column: number): number {
  return edits[column] ?? 0
}
